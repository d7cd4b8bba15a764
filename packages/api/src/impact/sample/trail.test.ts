import type { FactTrail, StoredFact } from '@plumbline/database';
import type { AnyFact } from '@plumbline/domain/facts';
import { describe, expect, it } from 'vitest';
import { correctionsPart } from './corrections.ts';
import { entriesNow, recordedCell, type SampleNames } from './trail.ts';

const NAMES: SampleNames = { person: (ref) => `Name of ${String(ref)}`, team: String };

function version(values: AnyFact, given: Partial<StoredFact> = {}): StoredFact {
  return {
    id: 'f',
    kind: 'session',
    version: 1,
    key: 'SUP-1',
    values: { supervisee: 'S1', supervisor: 'S2', status: 'held', minutes: null, reason: null, plannedStartAt: null, ...values },
    source: 'hand',
    recordedBy: 'S2',
    recordedAt: '2026-05-14T09:00:00.123456Z',
    importId: null,
    because: 'Words that somebody typed',
    isCurrent: true,
    ...given,
  };
}
const trail = (versions: readonly StoredFact[], withdrawn: FactTrail['withdrawn'] = null): FactTrail => ({
  id: 'f',
  versions,
  withdrawn,
});
const isAbout = (values: AnyFact): boolean => values['supervisee'] === 'S1';
const changesOf = (...trails: FactTrail[]): string[] =>
  correctionsPart([{ trails, isAbout, called: () => 'Supervision' }], NAMES).rows.map(({ cells }) => cells.join(' | '));

describe('by whom and when an entry was recorded', () => {
  const recorded = (first: StoredFact, happenedOn: string | null): string => {
    const [entry] = entriesNow([trail([first])], isAbout);
    return entry === undefined ? '' : recordedCell(entry, NAMES, { happenedOn });
  };

  it('is marked late from the eighth day on, where somebody made it by hand', () => {
    expect(recorded(version({}), '2026-05-07')).toBe('Name of S2, 14 May 2026, 10:00');
    expect(recorded(version({}), '2026-05-06')).toBe('Name of S2, 14 May 2026, 10:00; late, 8 days after');
    expect(recorded(version({}), null)).toBe('Name of S2, 14 May 2026, 10:00');
  });

  it('says of a file how many days after, and does not call it late', () => {
    const fromFile = version({}, { source: 'feed', recordedBy: null });
    expect(recorded(fromFile, '2026-04-14')).toBe('From a file, 14 May 2026, 10:00; 30 days after');
  });

  it('goes by the version from which it stands there: a plan is no record of what was held', () => {
    const planned = version({ status: 'planned' }, { recordedAt: '2026-04-01T09:00:00Z', isCurrent: false });
    const held = version({}, { version: 2, recordedAt: '2026-06-01T09:00:00Z' });
    const [entry] = entriesNow([trail([planned, held])], isAbout);
    const since = (values: AnyFact): boolean => values['status'] === 'held';
    expect(entry === undefined ? '' : recordedCell(entry, NAMES, { happenedOn: '2026-05-12', since })).toBe(
      'Name of S2, 1 June 2026, 10:00; late, 20 days after',
    );
  });
});

describe('what was changed', () => {
  it('tells what was completed from what was corrected, and leaves out words that somebody typed', () => {
    const first = version({ minutes: 60 }, { isCurrent: false });
    const second = version(
      { minutes: 75, reason: 'A private matter', plannedStartAt: '2026-05-12T09:00Z' },
      { version: 2, recordedBy: 'S3', recordedAt: '2026-05-20T09:00:00Z' },
    );
    expect(changesOf(trail([first, second]))).toEqual([
      '20 May 2026, 10:00 | Name of S3 | Supervision | Completed: Planned start; Reason. Corrected: Minutes, 60 to 75',
    ]);
  });

  it('says by whom it was withdrawn', () => {
    const gone = trail([version({}, { isCurrent: false })], { factId: 'f', by: 'S9', at: '2026-05-21T09:00:00Z' });
    expect(changesOf(gone)).toEqual(['21 May 2026, 10:00 | Name of S9 | Supervision | Withdrawn as recorded in error']);
    expect(entriesNow([gone], isAbout)).toEqual([]);
  });

  it('says nothing of whoever an entry was really about', () => {
    const first = version({ minutes: 60 }, { isCurrent: false });
    const moved = version({ supervisee: 'S7', minutes: 90 }, { version: 2, isCurrent: false });
    const later = version({ supervisee: 'S7', minutes: 95 }, { version: 3 });
    expect(changesOf(trail([first, moved, later]))).toEqual([
      '14 May 2026, 10:00 | Name of S2 | Supervision | Taken away: it was about somebody else',
    ]);
  });
});
