import type { FormProblem } from '../../../parts/form/form-problem.ts';

/** What is typed where a draft is offered. */
export interface OfferDraft {
  readonly version: string;
  readonly validFrom: string;
  readonly note: string;
  readonly because: string;
}

/** What is missing or wrong, field by field. The server looks again, and at everything else. */
export function checkOffer({ version, validFrom, note, because }: OfferDraft, today: string): FormProblem[] {
  const problems: FormProblem[] = [];
  if (!/^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(version))
    problems.push({ entry: 'version', message: '“Number of the version” is three numbers with dots between, such as 1.2.0.' });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(validFrom)) problems.push({ entry: 'validFrom', message: '“Holds from” is needed: a day.' });
  else if (validFrom < today && because.trim().length < 3)
    problems.push({ entry: 'because', message: '“Why from a day in the past” is needed: a few words.' });
  if (note.trim().length < 3) problems.push({ entry: 'note', message: '“What changes, and why” is needed: a few words.' });
  return problems;
}
