import { fullForm, Instrument } from '@plumbline/domain/surveys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as, type Client } from './_client.ts';

let server: TestServer;
let author: Client;

beforeAll(async () => {
  server = await startForTests();
  author = await as(server, 'principal-social-worker');
});
afterAll(() => server.stop());

async function begin(from: object = { kind: 'full' }, title = 'Staff survey'): Promise<Loose> {
  const { data } = await author.mutate('surveyDesigns.start', { from, title });
  return (await author.query('surveyDesigns.get', { designId: data.designId })).data;
}

const save = (design: Loose, draft: object, baseVersion = design.version): Promise<Loose> =>
  author.mutate('surveyDesigns.save', { designId: design.id, baseVersion, draft });
const publish = (design: Loose, baseVersion = design.version): Promise<Loose> =>
  author.mutate('surveyDesigns.publish', { designId: design.id, baseVersion });
const again = async (design: Loose): Promise<Loose> => (await author.query('surveyDesigns.get', { designId: design.id })).data;

const changed = (draft: Loose, id: string, change: object): Loose => ({
  ...draft,
  items: draft.items.map((item: Loose) => (item.id === id ? { ...item, ...change } : item)),
});

describe('a survey begins', () => {
  it('with the full form, worded and asked as the policy in force has it', async () => {
    const design = await begin();
    expect(Instrument.safeParse(design.draft).success).toBe(true);
    expect(design.draft.policy).toEqual({ packId: design.policy.packId, version: design.policy.version });
    expect(design.draft.items.filter((item: Loose) => item.kind === 'policy-fact').map((item: Loose) => item.id)).toEqual(
      design.policy.usualItems,
    );
    expect(design.draft.items.length).toBe(fullForm.items.length + design.policy.usualItems.length);
    expect([design.version, design.draftFrom, design.base, design.versions]).toEqual([1, null, null, []]);
  });

  it('with the pulse, with nothing, and as a copy', async () => {
    const pulse = await begin({ kind: 'pulse' });
    expect(pulse.draft.items).toHaveLength(12);
    expect((await begin({ kind: 'blank' }, 'Nothing yet')).draft).toMatchObject({ title: 'Nothing yet', items: [] });
    const copy = await begin({ kind: 'copy', designId: pulse.id }, 'A copy');
    expect(copy.draft.items).toEqual(pulse.draft.items);
    const full = await begin();
    await save(full, changed(full.draft, '13d', { isPulse: false }));
    const own = await begin({ kind: 'pulse-of', designId: full.id }, 'Our pulse');
    expect(own.draft.items.map((item: Loose) => item.id)).toEqual(
      pulse.draft.items.map((item: Loose) => item.id).filter((id: string) => id !== '13d'),
    );
  });

  it('with a file of another tool, and tells what did not come over', async () => {
    const text = JSON.stringify({
      pages: [
        {
          elements: [
            { type: 'boolean', name: 'a', title: 'Is it so?' },
            { type: 'file', name: 'b', title: 'Your file' },
          ],
        },
      ],
    });
    const { data } = await author.mutate('surveyDesigns.start', {
      from: { kind: 'file', fileName: 'a.json', text },
      title: 'From a file',
    });
    expect(data.notes).toEqual([{ question: 'b', text: 'Your file', kind: 'asks-who', detail: 'file' }]);
    expect((await author.query('surveyDesigns.get', { designId: data.designId })).data).toMatchObject({
      origin: 'surveyjs',
      draft: { items: [{ id: 'a' }] },
    });
    const none = await author.mutate('surveyDesigns.start', {
      from: { kind: 'file', fileName: 'a.txt', text: 'hello' },
      title: 'x',
    });
    expect(none).toMatchObject({ code: 'BAD_REQUEST', problem: { fields: { file: 'not-a-form' } } });
  });
});

describe('a draft', () => {
  it('is saved, checked and counted up; saved upon an older version it is refused with both', async () => {
    const design = await begin();
    const saved = await save(design, changed(design.draft, '4e', { text: 'Everybody here is kind and fair.' }));
    expect(saved.data.version).toBe(2);
    expect(saved.data.check.findings).toContainEqual({ level: 'look', itemId: '4e', kind: 'double-barrelled', word: 'and' });
    expect((await author.query('surveyDesigns.check', { designId: design.id })).data).toEqual(saved.data.check);
    const late = await save(design, design.draft, 1);
    expect(late).toMatchObject({ code: 'CONFLICT', problem: { kind: 'out-of-date', yourVersion: 1, currentVersion: 2 } });
    expect((await again(design)).draft.items.find((item: Loose) => item.id === '4e').text).toBe(
      'Everybody here is kind and fair.',
    );
  });

  it('is done once however often it is sent', async () => {
    const design = await begin({ kind: 'blank' });
    const input = {
      designId: design.id,
      baseVersion: 1,
      draft: design.draft,
      idempotencyKey: '0d8f2f0e-3c3b-4a57-9b0e-2f9c4b7c1a11',
    };
    const [first, second] = [await author.mutate('surveyDesigns.save', input), await author.mutate('surveyDesigns.save', input)];
    expect(second.data).toEqual(first.data);
    expect((await again(design)).version).toBe(2);
  });

  it('that is no form is refused', async () => {
    const design = await begin({ kind: 'blank' });
    for (const draft of [
      {},
      { ...design.draft, items: [{ id: 'x' }] },
      { ...design.draft, title: 'a\u0000b' },
      { ...design.draft, extra: 1 },
    ])
      expect((await save(design, draft)).code).toBe('BAD_REQUEST');
  });
});

describe('versions', () => {
  it('are published once, never change, and the next one keeps lineage and says what breaks it', async () => {
    const design = await begin();
    const first = await publish(design);
    expect(first.data).toMatchObject({ number: 1, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const after = await again(design);
    expect([after.version, after.draftFrom, after.versions.length]).toEqual([2, 1, 1]);
    expect(await publish(after)).toMatchObject({ code: 'CONFLICT', problem: { kind: 'already-recorded' } });

    const saved = await save(
      after,
      changed(changed(after.draft, '4e', { scale: 'extent' }), '13a', { text: 'When was your good work last seen?' }),
    );
    expect(saved.data.broken).toEqual([{ itemId: '4e', changes: ['scale'] }]);
    const second = await publish(design, saved.data.version);
    expect(second.data.number).toBe(2);
    const lineages = async (number: number) => {
      const { data } = await author.query('surveyDesigns.version', { designId: design.id, number });
      return Object.fromEntries(data.instrument.items.map((item: Loose) => [item.id, item.lineage]));
    };
    const [one, two] = [await lineages(1), await lineages(2)];
    expect([one['4e'], two['4e'], two['13a']]).toEqual(['bank-4e', 'bank-4e-v2', 'bank-13a']);

    const earlier = await begin({ kind: 'version', designId: design.id, number: 1 }, 'Like the first');
    expect(earlier.draft.items.find((item: Loose) => item.id === '4e').lineage).toBe('bank-4e');
  });

  it('are not published while something has to be mended', async () => {
    expect(await publish(await begin({ kind: 'blank' }))).toMatchObject({
      code: 'BAD_REQUEST',
      problem: { fields: { draft: 'mend' } },
    });
  });
});

describe('who may', () => {
  it('keeps a survey put aside, and takes it up again', async () => {
    const design = await begin({ kind: 'pulse' }, 'Put aside');
    const aside = await author.mutate('surveyDesigns.discard', { designId: design.id, baseVersion: 1 });
    const titles = async () => (await author.query('surveyDesigns.list', {})).data.designs.map((row: Loose) => row.title);
    expect(await titles()).not.toContain('Put aside');
    expect((await save(design, design.draft, aside.data.version)).problem?.kind).toBe('wrong-state');
    await author.mutate('surveyDesigns.takeUp', { designId: design.id, baseVersion: aside.data.version });
    expect(await titles()).toContain('Put aside');
  });

  it('lets nobody else in', async () => {
    const design = await begin({ kind: 'pulse' });
    for (const member of ['service-manager', 'team-manager', 'social-worker', 'administrator'] as const) {
      const client = await as(server, member);
      expect((await client.query('surveyDesigns.get', { designId: design.id })).code).toBe('FORBIDDEN');
      expect((await client.mutate('surveyDesigns.discard', { designId: design.id, baseVersion: 1 })).code).toBe('FORBIDDEN');
    }
    expect((await author.query('surveyDesigns.get', { designId: '7b2f4f0e-0000-4000-8000-000000000000' })).code).toBe(
      'NOT_FOUND',
    );
  });
});
