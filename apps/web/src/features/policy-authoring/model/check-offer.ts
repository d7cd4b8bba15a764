import { readDate, type FormProblem } from '../../../parts/form/form-problem.ts';
import { readTypedDate } from '../../../parts/form/typed-date.ts';

/** What is typed where a draft is offered. */
export interface OfferDraft {
  readonly version: string;
  /** As typed: 1 December 2026. */
  readonly validFrom: string;
  readonly note: string;
  readonly because: string;
}

export interface Offer {
  readonly version: string;
  readonly validFrom: string;
  readonly note: string;
  readonly because: string | null;
}

/** Whether the day that is typed is past, so that a reason is asked for. */
export function isPast(typed: string, today: string): boolean {
  const read = readTypedDate(typed, today);
  return read.kind === 'date' && read.value < today;
}

/** What is offered, or what is missing or wrong, field by field. The server looks again, and at everything else. */
export function readOffer(
  { version, validFrom, note, because }: OfferDraft,
  today: string,
): { readonly offer: Offer } | { readonly problems: readonly FormProblem[] } {
  const problems: FormProblem[] = [];
  if (!/^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(version.trim()))
    problems.push({ entry: 'version', message: '“Number of the version” is three numbers with dots between, such as 1.2.0.' });
  const from = readDate('Holds from', 'validFrom', validFrom, today);
  if (!('value' in from)) problems.push(from);
  else if (from.value < today && because.trim().length < 3)
    problems.push({ entry: 'because', message: '“Why from a day in the past” is needed: a few words.' });
  if (note.trim().length < 3) problems.push({ entry: 'note', message: '“What changes, and why” is needed: a few words.' });
  if (!('value' in from) || problems.length > 0) return { problems };
  const reason = from.value < today ? because.trim() : null;
  return { offer: { version: version.trim(), validFrom: from.value, note: note.trim(), because: reason } };
}
