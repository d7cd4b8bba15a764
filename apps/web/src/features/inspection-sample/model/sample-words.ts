import { dateInWords, instantInWords } from '@plumbline/analytics/wording';
import type { Inspectorate, OpenedSample, SampleRow, SampleView } from './outputs.ts';

/** Inspectorates as people call them, in the order in which they are offered. */
export const INSPECTORATE_WORDS: Readonly<Record<Inspectorate, string>> = {
  ofsted: 'Ofsted',
  cqc: 'Care Quality Commission',
  probation: 'HM Inspectorate of Probation',
  dfe: 'Department for Education',
  'peer-review': 'Peer review',
  other: 'Another body',
};

/** "Ofsted: lead inspector". */
export function askedByInWords({ inspectorate, askedBy }: Pick<SampleRow, 'inspectorate' | 'askedBy'>): string {
  return `${(INSPECTORATE_WORDS as Readonly<Record<string, string>>)[inspectorate] ?? inspectorate}: ${askedBy}`;
}

/** "2 staff and 1 child". */
export function namedInWords({ people, children }: Pick<SampleRow, 'people' | 'children'>): string {
  const staff = people === 0 ? '' : people === 1 ? '1 member of staff' : `${people} members of staff`;
  const young = children === 0 ? '' : children === 1 ? '1 child' : `${children} children`;
  return [staff, young].filter((part) => part !== '').join(' and ');
}

/** "Open until 24 November 2026", "Ended", "Over since 20 November 2026". */
export function stateInWords({ state, endsOn }: Pick<SampleRow, 'state' | 'endsOn'>): string {
  if (state === 'ended') return 'Ended';
  return state === 'open' ? `Open until the end of ${dateInWords(endsOn)}` : `Over since the end of ${dateInWords(endsOn)}`;
}

/** One time that a sample was opened, as a line. */
export function openingInWords({ by, beside, isFile }: SampleView['openings'][number]): string {
  const what = isFile ? 'took a file' : 'opened it on screen';
  return by === beside ? `${by} ${what}, and sat beside the inspector` : `${by} ${what}; ${beside} sat beside the inspector`;
}

/** "Opened by Robin Ash, with Bea Fell beside the inspector, Sunday 22 November 2026 at 09:20: 22 November 2025 to 22 November 2026." */
export function openedInWords({
  openedBy,
  openedAt,
  beside,
  sample,
}: Pick<OpenedSample, 'openedBy' | 'openedAt' | 'beside'> & { readonly sample: Pick<SampleView, 'from' | 'to'> }): string {
  const who = beside === openedBy ? 'who sits beside the inspector' : `with ${beside} beside the inspector`;
  return `Opened by ${openedBy}, ${who}, ${instantInWords(openedAt)}: ${dateInWords(sample.from)} to ${dateInWords(sample.to)}.`;
}

/** What a sample is, line by line. */
export function aboutInWords(view: SampleView): readonly { readonly what: string; readonly value: string }[] {
  return [
    { what: 'Asked by', value: askedByInWords(view) },
    { what: 'Why', value: view.purpose },
    { what: 'Time', value: `${dateInWords(view.from)} to ${dateInWords(view.to)}` },
    { what: 'Taken up', value: `${view.takenBy}, ${instantInWords(view.takenAt)}` },
    {
      what: 'Standing',
      value: view.ended === null ? stateInWords(view) : `Ended by ${view.ended.by}, ${instantInWords(view.ended.at)}`,
    },
  ];
}
