import type { StoredFact } from '@plumbline/database';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../problems.ts';
import { discussionChanges } from './discussion-changes.ts';
import { checkSession } from './session-values.ts';

const held = {
  session: 'PL-1',
  supervisee: 'w',
  supervisor: 'l',
  status: 'held',
  plannedStartAt: '2026-05-12T09:00Z',
  startedAt: '2026-05-12T09:05Z',
  minutes: 90,
  longestBlockMinutes: null,
};
const ticked = (child: string, filedAt: string | null = null) => ({ child, filedAt, summarySentAt: null });

function stored(child: string, filedAt: string | null = null): StoredFact {
  const values = {
    child,
    session: 'PL-1',
    discussedOn: '2026-05-12',
    writtenBy: 'l',
    summarySentAt: null,
    filedAt,
    isReflective: true,
    frequencyView: null,
  };
  return {
    id: `id-${child}`,
    kind: 'discussion',
    version: 3,
    key: '',
    values,
    source: 'hand',
    recordedBy: 'l',
    recordedAt: '',
    importId: null,
    because: null,
    isCurrent: true,
  };
}

describe('the children of a supervision', () => {
  it('are recorded, corrected where something changed, left alone where not, and withdrawn where no longer named', () => {
    const changes = discussionChanges(
      held,
      [ticked('new'), ticked('same'), ticked('filed', '2026-05-13T10:00Z')],
      [stored('same'), stored('filed'), stored('gone')],
    );
    expect(changes.map((change) => change.op)).toEqual(['record', 'correct', 'withdraw']);
    expect(changes[0]).toMatchObject({ values: { child: 'new', discussedOn: '2026-05-12', writtenBy: 'l', filedAt: null } });
    expect(changes[1]).toMatchObject({
      factId: 'id-filed',
      baseVersion: 3,
      values: { filedAt: '2026-05-13T10:00Z', isReflective: true },
    });
    expect(changes[2]).toMatchObject({ factId: 'id-gone' });
  });

  it('move with the day of the supervision', () => {
    const [change] = discussionChanges({ ...held, startedAt: '2026-05-14T09:00Z' }, [ticked('same')], [stored('same')]);
    expect(change).toMatchObject({ op: 'correct', values: { discussedOn: '2026-05-14' } });
  });

  it('are none in a supervision that was cancelled or put off', () => {
    for (const status of ['cancelled', 'postponed']) {
      expect(discussionChanges({ ...held, status }, [ticked('new')], [stored('same')]).map((change) => change.op)).toEqual([
        'withdraw',
      ]);
    }
  });
});

describe('a supervision', () => {
  const now = Date.UTC(2026, 4, 12, 12) / 60_000;
  const fieldsOf = (values: object, children = [ticked('a')]) => {
    try {
      checkSession({ ...held, ...values }, children, now);
      return [];
    } catch (error) {
      if (error instanceof ProblemError) return Object.keys(error.problem.fields ?? {});
      throw error;
    }
  };

  it.each([
    ['as it should be', {}, []],
    ['begun in the future', { startedAt: '2026-05-13T09:00Z' }, ['startedAt']],
    ['shared in the future', { recordSharedAt: '2026-06-01T09:00Z' }, ['recordSharedAt']],
    ['held on a day that lies ahead', { plannedStartAt: '2026-06-12T09:00Z', startedAt: null }, ['startedAt']],
    [
      'planned for a day that lies ahead',
      { status: 'planned', plannedStartAt: '2026-06-12T09:00Z', startedAt: null, minutes: null },
      [],
    ],
    ['with a stretch longer than the whole', { longestBlockMinutes: 120 }, ['longestBlockMinutes']],
    ['with oneself', { supervisor: 'w' }, ['supervisor']],
  ])('%s', (_name, values, fields) => {
    expect(fieldsOf(values)).toEqual(fields);
  });

  it('takes no child as filed before it was', () => {
    expect(fieldsOf({}, [ticked('a', '2026-05-13T09:00Z')])).toEqual(['children']);
  });
});
