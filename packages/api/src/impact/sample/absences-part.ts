import type { Duty } from '@plumbline/domain/rules';
import { formatDay } from '@plumbline/domain/calendar';
import { plainRow, type SamplePart } from './sample-file.ts';
import { dateOf, dayCell } from './sample-moment.ts';
import { openEnd } from './line-part.ts';
import { recordedCell, type Entry, type SampleNames } from './trail.ts';

/** Absences that put off something that was due in the time of a sample; every other stays out. */
export function absencesBehind(entries: readonly Entry[], duties: readonly Duty[]): Entry[] {
  const away = duties.flatMap(({ absentFrom, absentTo }) =>
    absentFrom === null ? [] : [{ from: formatDay(absentFrom), to: absentTo === null ? null : formatDay(absentTo) }],
  );
  return entries.filter(({ values }) => {
    const [from, to] = [dateOf(values['from']) ?? '', dateOf(values['to'])];
    return away.some((one) => (one.to === null || from <= one.to) && (to === null || one.from <= to));
  });
}

/** From when to when somebody was away, where that explains a gap. Why is not kept, and nothing here could show it. */
export function absencesPart(entries: readonly Entry[], names: SampleNames): SamplePart {
  return {
    id: 'absences',
    title: 'Absences that explain a gap',
    note: 'Only absence that put off something due. The product does not keep why somebody was away.',
    columns: ['From', 'To', 'What', 'Recorded'],
    rows: entries
      .toSorted((a, b) => String(b.values['from']).localeCompare(String(a.values['from'])))
      .map((entry) =>
        plainRow(
          dayCell(entry.values['from']),
          openEnd(entry.values['to']),
          entry.values['isHalfDay'] === true ? 'Absence, half days' : 'Absence',
          recordedCell(entry, names, { happenedOn: dateOf(entry.values['from']) }),
        ),
      ),
    empty: 'No absence put off anything that was due.',
  };
}
