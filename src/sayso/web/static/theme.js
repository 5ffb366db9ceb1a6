// Before anything is painted: the theme that was chosen in this browser; src/parts/theme.ts keeps it.
{
  const chosen = localStorage.getItem("sayso-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
}
