import type { FormProblem } from '../../../parts/form/form-problem.ts';
import type { SampleDraft } from './sample-draft.ts';

/** The id under which summaries find the fields of the form that takes up a sample. */
export const FORM = 'sample';

/** What each group of its fields gets: the draft, what is wrong with it, and how to change it. */
export interface DraftFieldsProps {
  readonly draft: SampleDraft;
  readonly problems: readonly FormProblem[];
  readonly onChange: (change: Partial<SampleDraft>) => void;
}
