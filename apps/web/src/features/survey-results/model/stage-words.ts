import type { DecisionStage } from '@plumbline/domain/surveys';

/** How far an entry has come, with a shape as well as a word. */
export const STAGE_WORDS: Readonly<Record<DecisionStage, { readonly mark: string; readonly words: string }>> = {
  said: { mark: '○', words: 'Said' },
  decided: { mark: '◔', words: 'Decided' },
  refused: { mark: '—', words: 'Will not be done' },
  changed: { mark: '◑', words: 'Changed' },
  checked: { mark: '✓', words: 'Checked' },
};
