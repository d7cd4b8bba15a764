import { randomUUID } from 'node:crypto';
import type { ImportView } from '@plumbline/analytics/compliance';
import { callerOf, uploadImport, type Caller } from '@plumbline/api';
import type { FactKindName } from '@plumbline/domain/facts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOffice, type TestOffice } from './_council.ts';

const STAFF = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6'];
const HEADINGS = 'Staff number,Post number,From,Role,Team code,FTE';

let office: TestOffice;
let caller: Caller;
beforeEach(async () => {
  office = await openOffice({
    team: [{ team: 'ONE', name: 'First', service: 'North' }],
    person: ['ADMIN', ...STAFF].map((person) => ({ person, name: person, employedFrom: '2020-01-06' })),
  });
  const signedIn = {
    identityId: 'ADMIN',
    councilId: office.council,
    person: 'ADMIN',
    roles: ['administrator'],
    until: '2026-06-15T20:00:00Z',
  } as const;
  caller = await callerOf({ services: office.services, signedIn }, 'imports:prepare');
  await apply(await upload(postsOf(STAFF)));
});
afterEach(async () => {
  await office.services.imports.idle();
  await office.close();
});

const postsOf = (staff: readonly string[], fte = '1'): string =>
  [HEADINGS, ...staff.map((person) => `${person},P-${person},06/01/2020,social-worker,ONE,${fte}`)].join('\n');

async function upload(csv: string, kind: FactKindName = 'post'): Promise<ImportView> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(csv);
  }
  const file = { kind, fileName: 'posts.csv', isWholeList: true, declaredBytes: null, bytes: bytes() };
  const { importId } = await uploadImport(caller, file);
  return await settled(importId);
}

const admin = () => office.as('ADMIN', 'administrator');
const settled = async (importId: string): Promise<ImportView> => {
  await office.services.imports.idle();
  return await admin().imports.get({ importId });
};
const start = async ({ id, basis }: ImportView, ...agreed: ImportView['concerns'][number]['kind'][]): Promise<ImportView> =>
  await admin().imports.applyFile({ importId: id, basis, agreed, idempotencyKey: randomUUID() });
const apply = async (view: ImportView, ...agreed: ImportView['concerns'][number]['kind'][]): Promise<ImportView> => {
  await start(view, ...agreed);
  return await settled(view.id);
};
const open = async (): Promise<string[]> => {
  const { rows } = await admin().facts.list({ kind: 'post', offset: 0 });
  return rows.flatMap(({ values }) => (values['to'] === null ? String(values['person']) : [])).toSorted();
};
const kinds = (view: ImportView): string[] => view.concerns.map((concern) => concern.kind);

describe('a file that leaves out more than a third of what is going on', () => {
  it('waits for a yes, and ends nothing without', async () => {
    const half = await upload(postsOf(STAFF.slice(0, 3)));
    expect([half.state, half.concerns]).toEqual(['ready', [{ kind: 'ends-many', ended: 3, of: 6 }]]);
    expect((await apply(half)).state).toBe('ready');
    expect(await open()).toEqual(STAFF);
    expect((await apply(half, 'ends-many')).state).toBe('applied');
    expect(await open()).toEqual(STAFF.slice(0, 3));
  });

  it('is not asked about where two have left', async () => {
    const view = await upload(postsOf(STAFF.slice(0, 4)));
    expect([view.concerns, view.changes.ended]).toEqual([[], 2]);
    expect((await apply(view)).state).toBe('applied');
  });
});

describe('a file that was ready before something else was recorded', () => {
  it('says that a newer file has been applied, shows what it would change now, and takes a yes to both', async () => {
    const older = await upload(postsOf(STAFF, '0.5'));
    const newer = await upload(postsOf([...STAFF].reverse(), '0.8'));
    expect((await apply(newer)).state).toBe('applied');
    const again = await apply(older);
    expect([again.state, kinds(again), again.changes.changed]).toEqual(['ready', ['changed-since', 'newer-applied'], 6]);
    expect((await apply(again, 'changed-since')).state).toBe('ready');
    expect((await apply(again, 'changed-since', 'newer-applied')).state).toBe('applied');
  });

  it('is looked at again where one entry was corrected by hand', async () => {
    const view = await upload(postsOf(STAFF, '0.5'));
    const { rows } = await admin().facts.list({ kind: 'post', offset: 0 });
    const [fact] = rows;
    await admin().facts.correct({
      factId: fact?.id ?? '',
      baseVersion: fact?.version ?? 0,
      values: { ...(fact?.values as Record<string, string>), fullTimeEquivalent: 0.9 },
      idempotencyKey: randomUUID(),
    });
    const again = await apply(view);
    expect([again.state, kinds(again)]).toEqual(['ready', ['changed-since']]);
    expect([again.changes.changed, again.changes.heldByHand]).toEqual([5, 1]);
    expect(await apply(again, 'changed-since')).toMatchObject({ state: 'applied', changes: { changed: 5 } });
  });

  it('is not held up by what does not touch it', async () => {
    const view = await upload(postsOf(STAFF, '0.5'));
    await apply(await upload('Staff number,From\nW1,02/02/2026\n', 'absence'));
    expect((await apply(view)).state).toBe('applied');
  });
});

describe('a file that refers to what another waiting file holds', () => {
  const TEAMS = 'Team code,Team name,Service\nONE,First,North\nTWO,Second,North';
  const POSTS = `${HEADINGS}\n${STAFF.map((person) => `${person},P-${person},06/01/2020,social-worker,TWO,1`).join('\n')}`;

  it('is applied in one step with it', async () => {
    const teams = await upload(TEAMS, 'team');
    const posts = await upload(POSTS);
    expect([teams.state, posts.state, posts.problems]).toEqual(['ready', 'ready', 0]);
    expect(posts.awaits).toMatchObject([{ id: teams.id, kind: 'team', added: 1, needsYes: false }]);
    expect((await apply(posts)).state).toBe('applied');
    expect((await settled(teams.id)).state).toBe('applied');
    expect((await admin().facts.list({ kind: 'post', offset: 0 })).rows.map(({ values }) => values['team'])).toContain('TWO');
  });

  it('goes by itself once the other has been applied', async () => {
    const teams = await upload(TEAMS, 'team');
    const posts = await upload(POSTS);
    await apply(teams);
    expect((await settled(posts.id)).awaits).toEqual([]);
    expect((await apply(posts)).state).toBe('applied');
  });

  it('is read again and stopped when the other is put aside', async () => {
    const teams = await upload(TEAMS, 'team');
    const posts = await upload(POSTS);
    await admin().imports.discard({ importId: teams.id });
    const again = await settled(posts.id);
    expect([again.state, again.awaits]).toEqual(['has-problems', []]);
  });

  it('is read again before anything is applied when the other would bring something else by now', async () => {
    const teams = await upload(TEAMS, 'team');
    const posts = await upload(POSTS);
    // Somebody records the same team by hand: what the waiting file would change is no longer what it was.
    await admin().facts.record({
      kind: 'team',
      values: { team: 'TWO', name: 'Another', service: 'South' },
      idempotencyKey: randomUUID(),
    });
    await admin().imports.setColumns({ importId: teams.id, columns: {} });
    await settled(teams.id);
    await start(posts);
    const again = await settled(posts.id);
    expect([again.state, again.awaits]).toEqual(['ready', []]);
    expect(await apply(again)).toMatchObject({ state: 'applied' });
  });
});

describe('two at once', () => {
  it('applies one of two files and shows what the other would change after it', async () => {
    const one = await upload(postsOf(STAFF, '0.5'));
    const other = await upload(postsOf(STAFF, '0.8'));
    await Promise.all([start(one), start(other)]);
    const after = [await settled(one.id), await settled(other.id)];
    expect(after.map((view) => view.state).toSorted()).toEqual(['applied', 'ready']);
    const waiting = after.find((view) => view.state === 'ready');
    expect(kinds(waiting ?? one)).toContain('changed-since');
    const { rows } = await admin().facts.list({ kind: 'post', offset: 0 });
    expect(new Set(rows.map((row) => row.values['fullTimeEquivalent'])).size).toBe(1);
  });

  it('applies a file once that is applied from two pages', async () => {
    const view = await upload(postsOf(STAFF, '0.5'));
    const answers = await Promise.all([start(view), start(view)]);
    expect(answers.map((answer) => answer.state)).toEqual(['applying', 'applying']);
    expect((await settled(view.id)).state).toBe('applied');
    const { rows } = await admin().facts.list({ kind: 'post', offset: 0 });
    expect(new Set(rows.map((row) => row.version))).toEqual(new Set([2]));
  });

  it('is not applied from a page that shows what it would have changed with other columns', async () => {
    const view = await upload(postsOf(STAFF, '0.5'));
    await admin().imports.setColumns({ importId: view.id, columns: { FTE: null } });
    const read = await settled(view.id);
    const answer = await start(view);
    expect([answer.state, kinds(answer)]).toEqual(['ready', ['changed-since']]);
    expect((await apply({ ...answer, basis: read.basis }, 'changed-since')).state).toBe('applied');
  });
});
