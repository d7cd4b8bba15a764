import { isGiven, type Code, type Codebook } from '@plumbline/domain/focus-groups';

/** Codes that can be given, by their mark or a part of their words; whole marks first, then beginnings, then the rest. */
export function findCodes({ codes }: Codebook, text: string): Code[] {
  const asked = text.trim().toLowerCase();
  const rank = ({ id, name, definition }: Code): number => {
    if (id.toLowerCase() === asked) return 0;
    if (id.toLowerCase().startsWith(asked)) return 1;
    if (name.toLowerCase().includes(asked)) return 2;
    return definition.toLowerCase().includes(asked) ? 3 : 4;
  };
  return codes
    .filter((code) => isGiven(code) && rank(code) < 4)
    .map((code, place) => ({ code, place }))
    .toSorted((one, other) => rank(one.code) - rank(other.code) || one.place - other.place)
    .map(({ code }) => code);
}
