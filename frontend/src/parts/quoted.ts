/** Words in quotation marks; those that bring their own keep them. */
export function quoted(words: string): string {
  return /^["“«‘'„]/.test(words) ? words : `“${words}”`;
}
