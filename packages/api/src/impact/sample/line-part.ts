import { codeLabel } from '@plumbline/analytics/wording';
import { NOTHING, plainRow, type SamplePart, type SampleRow } from './sample-file.ts';
import { dateOf, dayCell, overlaps, type SampleWindow } from './sample-moment.ts';
import { recordedCell, type Entry, type SampleNames } from './trail.ts';

/** Under whom somebody stood in the time of a sample: their line by their posts, and whoever was named to supervise them. */
export function linePart(
  { posts, pairs }: { readonly posts: readonly Entry[]; readonly pairs: readonly Entry[] },
  names: SampleNames,
  window: SampleWindow,
): SamplePart {
  const holds = ({ values }: Entry): boolean => overlaps(dateOf(values['from']), dateOf(values['to']), window);
  const rows = [
    ...posts.filter(holds).map((entry) => ({ entry, row: postRow(entry, names) })),
    ...pairs.filter(holds).map((entry) => ({ entry, row: pairRow(entry, names) })),
  ];
  return {
    id: 'line',
    title: 'Line and supervisors',
    note: null,
    columns: ['From', 'To', 'What', 'Who', 'Recorded'],
    rows: rows
      .toSorted((a, b) => String(b.entry.values['from']).localeCompare(String(a.entry.values['from'])))
      .map(({ row }) => row),
    empty: 'No post and no supervisor is recorded for this time.',
  };
}

function postRow(entry: Entry, names: SampleNames): SampleRow {
  const { values } = entry;
  const managers = [values['lineManager'], values['secondLineManager']].filter((one) => typeof one === 'string');
  return plainRow(
    dayCell(values['from']),
    openEnd(values['to']),
    `Post: ${codeLabel('role', String(values['role']))}, ${names.team(values['team'])}`,
    managers.length === 0 ? 'No line manager recorded' : `Line manager: ${managers.map(names.person).join(' and ')}`,
    recordedCell(entry, names, { happenedOn: dateOf(values['from']) }),
  );
}

function pairRow(entry: Entry, names: SampleNames): SampleRow {
  const { values } = entry;
  return plainRow(
    dayCell(values['from']),
    openEnd(values['to']),
    codeLabel('capacity', String(values['capacity'])),
    names.person(values['supervisor']),
    recordedCell(entry, names, { happenedOn: dateOf(values['from']) }),
  );
}

/** The last day of what holds, or that it goes on. */
export function openEnd(to: Entry['values'][string] | undefined): string {
  const day = dayCell(to);
  return day === NOTHING ? 'Goes on' : day;
}
