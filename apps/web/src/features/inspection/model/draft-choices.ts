import type { MayDraft } from './outputs.ts';

/** One choice of whose pack it is to be. */
export interface DraftChoice {
  readonly value: string;
  readonly label: string;
}

const COUNCIL = 'council';
const HOME = 'home:';

/** Whose pack somebody may draft: the whole council's first, then its homes by name. */
export function choicesOf({ council, homes }: MayDraft): DraftChoice[] {
  return [
    ...(council ? [{ value: COUNCIL, label: 'The whole council' }] : []),
    ...homes.map(({ team, name }) => ({ value: `${HOME}${team}`, label: name })),
  ];
}

/** The home that a choice stands for; null for the whole council. */
export function homeOfChoice(value: string): string | null {
  return value.startsWith(HOME) ? value.slice(HOME.length) : null;
}
