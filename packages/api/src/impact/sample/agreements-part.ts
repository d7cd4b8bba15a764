import { NOTHING, plainRow, type SamplePart } from './sample-file.ts';
import { dateOf, dayCell, type SampleWindow } from './sample-moment.ts';
import { recordedCell, type Entry, type SampleNames } from './trail.ts';

/** Agreements drawn up in the time of a sample, and the last one before it with each supervisor. */
export function agreementsIn(entries: readonly Entry[], { from, to }: SampleWindow): Entry[] {
  const known = entries
    .filter(({ values }) => String(values['drawnUpOn']) <= to)
    .toSorted((a, b) => String(b.values['drawnUpOn']).localeCompare(String(a.values['drawnUpOn'])));
  const seen = new Set<string>();
  return known.filter(({ values }) => {
    const supervisor = String(values['supervisor']);
    const isWanted = String(values['drawnUpOn']) >= from || !seen.has(supervisor);
    seen.add(supervisor);
    return isWanted;
  });
}

export function agreementsPart(entries: readonly Entry[], names: SampleNames, window: SampleWindow): SamplePart {
  return {
    id: 'agreements',
    title: 'Agreements',
    note: null,
    columns: ['Drawn up', 'With', 'Agreed', 'Gone through', 'Signed', 'Looked at again', 'Recorded'],
    rows: agreementsIn(entries, window).map((entry) => {
      const { values } = entry;
      return plainRow(
        dayCell(values['drawnUpOn']),
        names.person(values['supervisor']),
        agreedWords(values),
        dayCell(values['discussedOn']),
        signedWords(values),
        dayCell(values['reviewedOn']),
        recordedCell(entry, names, { happenedOn: dateOf(values['drawnUpOn']) }),
      );
    }),
    empty: 'No supervision agreement is recorded.',
  };
}

function agreedWords({ intervalDays, minutes }: Entry['values']): string {
  const every = typeof intervalDays === 'number' ? `every ${intervalDays} days` : '';
  const length = typeof minutes === 'number' ? `${minutes} minutes` : '';
  return [every, length].filter((part) => part !== '').join(', ') || NOTHING;
}

function signedWords({ supervisorSignedOn, superviseeSignedOn }: Entry['values']): string {
  if (supervisorSignedOn === null && superviseeSignedOn === null) return 'Not recorded';
  return `Supervisor ${dayCell(supervisorSignedOn)}, supervisee ${dayCell(superviseeSignedOn)}`;
}
