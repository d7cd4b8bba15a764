/**
 * A text of a policy that is no longer than a tool may keep: a longer one is cut after a whole word and says so. What no database keeps
 * is left out.
 */
export function fitted(text: string, longest: number): string {
  const kept = text.toWellFormed().replaceAll('\u0000', '');
  if (kept.length <= longest) return kept;
  const cut = kept.slice(0, longest - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > 0 ? cut.slice(0, end) : cut).toWellFormed()}…`;
}
