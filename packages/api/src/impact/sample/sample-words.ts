import { dateInWords, instantInWords } from '@plumbline/analytics/wording';
import type { INSPECTORATES } from './take-sample.ts';
import type { OpenedSample } from './open-sample.ts';

/** Inspectorates as people call them. */
export const INSPECTORATE_WORDS: Readonly<Record<(typeof INSPECTORATES)[number], string>> = {
  ofsted: 'Ofsted',
  cqc: 'Care Quality Commission',
  probation: 'HM Inspectorate of Probation',
  'peer-review': 'Peer review',
  dfe: 'Department for Education',
  other: 'Another body',
};

/** What no file of a sample shows. */
export const NOT_IN_IT =
  'What was said in supervision is not in it: this product keeps no narrative of supervision yet. Reasons that somebody typed, and why anybody was away, are left out.';

/** What a sample is: for whom, why, beside whom and of which time. */
export function aboutSample({ sample, beside, openedBy, openedAt }: OpenedSample): [string, string][] {
  const body = (INSPECTORATE_WORDS as Readonly<Record<string, string>>)[sample.inspectorate] ?? sample.inspectorate;
  return [
    ['Asked by', `${body}: ${sample.askedBy}`],
    ['Why', sample.purpose],
    ['Read beside', beside],
    ['Time', `${dateInWords(sample.from)} to ${dateInWords(sample.to)}`],
    ['Opened by', `${openedBy}, ${instantInWords(openedAt)}`],
    ['Logged', `A look was kept for each of the ${sample.people + sample.children} named before anything was shown`],
    ['Number of the sample', sample.id],
  ];
}
