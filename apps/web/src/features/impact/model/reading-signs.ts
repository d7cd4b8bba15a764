import type { Reading } from './outputs.ts';

/** What sources say together, as a sign; words always stand beside it. */
export const READING_SIGNS: Readonly<Record<Reading, string>> = { agree: '=', partly: '≈', conflict: '≠', silent: '–' };
