/** A network as a picture that stands by itself: with its legend, who is not drawn, notices, and where it is from. */
import { STROKES, TONE_WORDS, inksNow, kindOf, kindsIn, linesOf, radiusOf, type Inks, type Line, type NetworkTold, type Tone } from "./looks";
import { LINE, boxOf, byWeight, nameOf, placedSigns, placedWords, type Placed, type Taken, type Word } from "./words";

const [WIDTH, HEIGHT, MARGIN, SIGN] = [1280, 900, 90, 8];
const FONT = "font-family=\"system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', sans-serif\"";

const NOWHERE: Point = { x: 0, y: 0, radius: 0 };

interface Point {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Give the picture as SVG text; `from` says what it shows, and where it is from. */
export function pictureOf(told: NetworkTold, from: readonly string[]): string {
  const inks = inksNow();
  const many = told.nodes.length;
  const points = new Map<string, Point>(told.nodes.map((node) => [node.id, { ...placeOf(node), radius: radiusOf(node, many) }]));
  const lines = linesOf(told);
  const discs = [...points.values()].map(({ x, y, radius }) => boxOf(x, y, radius));
  const signs = lines.length <= 150 ? signsOf(lines, points, discs) : [];
  const footer = [...from, ...(told.remainder === null ? [] : [`Not drawn: ${told.remainder}.`]), ...told.notices.map((notice) => `† ${notice}`)];
  const tall = HEIGHT + 70 + footer.length * 20;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${tall}" viewBox="0 0 ${WIDTH} ${tall}" ${FONT}>`,
    `<rect width="100%" height="100%" fill="${inks.paper}"/>`,
    ...lines.map((line) => stroke(line, points, inks)),
    ...signs.map((one) => sign(one, inks)),
    ...told.nodes.map((node) => disc(node.type, points.get(node.id))),
    ...placed(told, points, { points: discs, signs }).map((word) => write(word, inks)),
    legend(told, inks),
    ...footer.map((line, place) => text(20, HEIGHT + 66 + place * 20, line, `font-size="13" fill="${inks.soft}"`)),
    "</svg>",
  ];
  return parts.join("\n");
}

/** Give the same picture as PNG, twice as fine. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [2 * image.width, 2 * image.height];
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((give, refuse) => canvas.toBlob((made) => (made === null ? refuse(new Error("no picture was made")) : give(made))));
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function save(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(content);
  link.click();
  URL.revokeObjectURL(link.href);
}

function placeOf({ x, y }: { readonly x: number; readonly y: number }) {
  return { x: MARGIN + ((x + 1) / 2) * (WIDTH - 2 * MARGIN), y: MARGIN / 2 + ((1 - y) / 2) * (HEIGHT - MARGIN) };
}

interface Sign {
  readonly line: Line;
  readonly x: number;
  readonly y: number;
}

function signsOf(lines: readonly Line[], points: ReadonlyMap<string, Point>, discs: Taken["points"]): Sign[] {
  const reaches = lines.map(({ ends: [one, other] }) => [points.get(one) ?? NOWHERE, points.get(other) ?? NOWHERE] as const);
  const places = placedSigns(reaches, discs, SIGN);
  return lines.map((line, at) => ({ line, ...(places[at] ?? NOWHERE) }));
}

function placed(told: NetworkTold, points: ReadonlyMap<string, Point>, taken: { points: Taken["points"]; signs: readonly Sign[] }): Placed[] {
  const pen = document.createElement("canvas").getContext("2d");
  if (pen !== null) pen.font = "13px system-ui, sans-serif";
  const isFew = told.nodes.length <= 60;
  const names = byWeight(told).map((node) => nameOf(node, points.get(node.id) ?? NOWHERE, isFew || told.about.includes(node.id)));
  const saids: Word[] = taken.signs.map(({ line, x, y }) => ({ key: line.key, lines: [line.words], x, y, radius: SIGN, isForced: false }));
  const signs = taken.signs.map(({ x, y }) => boxOf(x, y, SIGN));
  const room = { left: 4, top: 4, right: WIDTH - 4, bottom: HEIGHT };
  return placedWords([...names, ...saids], { points: taken.points, signs }, room, (words) => pen?.measureText(words).width ?? words.length * 7);
}

function stroke(line: Line, points: ReadonlyMap<string, Point>, inks: Inks): string {
  const [a, b] = [points.get(line.ends[0]), points.get(line.ends[1])];
  if (a === undefined || b === undefined) return "";
  const long = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [x, y] = [(b.x - a.x) / long, (b.y - a.y) / long];
  const { tone } = line.look;
  const style = `stroke="${inks.tones[tone]}" fill="none" stroke-width="${tone === "denied" ? 1.2 : 1.6}"`;
  const told = `<title>${xml(line.edges.map(({ says }) => says).join("\n"))}</title>`;
  const at = (aside: number) => `M${fixed(a.x - y * aside)} ${fixed(a.y + x * aside)}L${fixed(b.x - y * aside)} ${fixed(b.y + x * aside)}`;
  const drawn = tone === "denied" ? `${at(1.8)}${at(-1.8)}` : at(0);
  const dashes = tone === "denied" || STROKES[tone] === "" ? "" : ` stroke-dasharray="${STROKES[tone]}"`;
  return `<g ${style}>${told}<path d="${drawn}"${dashes}/>${line.isOneWay ? arrow(b, x, y, inks.tones[tone]) : ""}</g>`;
}

function arrow(to: Point, x: number, y: number, colour: string): string {
  const [tipX, tipY] = [to.x - x * (to.radius + 1), to.y - y * (to.radius + 1)];
  const [backX, backY] = [tipX - x * 9, tipY - y * 9];
  const corner = (sign: number) => `${fixed(backX - sign * y * 4)} ${fixed(backY + sign * x * 4)}`;
  return `<path d="M${fixed(tipX)} ${fixed(tipY)}L${corner(1)}L${corner(-1)}Z" fill="${colour}" stroke="none"/>`;
}

function sign({ line: { look }, x, y }: Sign, inks: Inks): string {
  const told = text(x, y + 4.5, look.sign, `font-size="12" font-weight="bold" text-anchor="middle" fill="${inks.tones[look.tone]}"`);
  return `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="${SIGN}" fill="${inks.paper}"/>${told}`;
}

function disc(type: string, point: Point | undefined): string {
  if (point === undefined) return "";
  const { letter, shade } = kindOf(type);
  const { x, y, radius } = point;
  const told = radius < 6.5 ? "" : text(x, y + radius * 0.4, letter, `font-size="${fixed(radius * 1.15)}" font-weight="600" text-anchor="middle" fill="#fff"`);
  return `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="${fixed(radius)}" fill="${shade}"/>${told}`;
}

function write({ word, x, y, align }: Placed, inks: Inks): string {
  const top = y - ((word.lines.length - 1) * LINE) / 2 + 4.5;
  return word.lines
    .map((line, place) => {
      const fill = place === 0 && word.radius !== SIGN ? inks.ink : inks.soft;
      const style = `font-size="${place === 0 ? 13 : 11}" text-anchor="${align}" fill="${fill}" stroke="${inks.paper}" stroke-width="4" paint-order="stroke" stroke-linejoin="round"`;
      return text(x, top + place * LINE, line, style);
    })
    .join("");
}

function legend(told: NetworkTold, inks: Inks): string {
  let at = 28;
  const kinds = kindsIn(told.nodes).map(({ letter, word, shade }) => {
    const own = `<circle cx="${at}" cy="${HEIGHT + 24}" r="8" fill="${shade}"/>${text(at, HEIGHT + 28, letter, 'font-size="10.5" font-weight="600" text-anchor="middle" fill="#fff"')}`;
    const said = text(at + 13, HEIGHT + 28.5, word, `font-size="13" fill="${inks.ink}"`);
    at += 34 + word.length * 7.2;
    return own + said;
  });
  at += 20;
  const tones = (["said", "denied", "both", "unclear"] as const).map((tone: Tone) => {
    const y = HEIGHT + 24;
    const form = tone === "denied" ? `M${at} ${y - 2}h40M${at} ${y + 2}h40` : `M${at} ${y}h40`;
    const dashes = tone === "denied" || STROKES[tone] === "" ? "" : ` stroke-dasharray="${STROKES[tone]}"`;
    const drawn = `<path d="${form}" stroke="${inks.tones[tone]}" stroke-width="1.6" fill="none"${dashes}/>`;
    const said = text(at + 46, HEIGHT + 28.5, TONE_WORDS[tone], `font-size="13" fill="${inks.ink}"`);
    at += 62 + TONE_WORDS[tone].length * 7.2;
    return drawn + said;
  });
  return [...kinds, ...tones].join("");
}

function text(x: number, y: number, words: string, style: string): string {
  return `<text x="${fixed(x)}" y="${fixed(y)}" ${style} direction="ltr" unicode-bidi="plaintext">${xml(words)}</text>`;
}

function fixed(number: number): string {
  return String(Math.round(number * 10) / 10);
}

/** Write words as XML; signs that it cannot hold are left out. */
export function xml(words: string): string {
  return words.replace(/[<>&"]/g, (one) => `&#${one.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
