import { randomUUID } from 'node:crypto';
import { createCaller } from '@plumbline/api';
import { inCouncil } from '@plumbline/database';
import { STANDARD_CODEBOOK } from '@plumbline/domain/focus-groups';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKeySafe } from '../src/database/key-safe.ts';
import { openOffice, TODAY, type TestOffice } from './_council.ts';

const from = '2020-01-06';
const PEOPLE: Readonly<Record<string, string>> = {
  LEAD: 'principal-social-worker',
  SECOND: 'service-manager',
  W1: 'social-worker',
  W2: 'social-worker',
  W3: 'senior-social-worker',
  C1: 'residential-carer',
  C2: 'residential-carer',
  C3: 'family-support-worker',
  OUT: 'administrator',
};
const FACTS = {
  team: [{ team: 'ONE', name: 'First', service: 'North' }],
  person: Object.keys(PEOPLE).map((person) => ({ person, name: `Name ${person}`, employedFrom: from })),
  post: Object.entries(PEOPLE).map(([person, role]) => ({
    person,
    post: `P-${person}`,
    from,
    role,
    team: 'ONE',
    contract: 'permanent',
    fullTimeEquivalent: 1,
  })),
};

let office: TestOffice;
let lead: ReturnType<TestOffice['as']>;
let second: ReturnType<TestOffice['as']>;
const worker = (person: string) => office.as(person, 'social-worker');
const key = () => ({ idempotencyKey: randomUUID() });

beforeAll(async () => {
  office = await openOffice(FACTS as never);
  lead = office.as('LEAD', 'principal-social-worker');
  second = office.as('SECOND', 'service-manager');
});
afterAll(() => office.close());

const PLAN = {
  title: 'People who hold cases',
  heldOn: null,
  audience: 'Social workers and carers',
  facilitator: 'Name LEAD',
  noteTaker: 'Name SECOND',
  site: 'Quay House',
  retainedUntil: '2029-06-15',
};

async function plan(): Promise<string> {
  return (await lead.focusGroups.plan({ ...PLAN, ...key() })).groupId;
}

const versionOf = async (groupId: string) => (await lead.focusGroups.get({ groupId })).version;
const move = async (groupId: string, event: string) =>
  lead.focusGroups.move({ groupId, baseVersion: await versionOf(groupId), event: event as never, ...key() });

/** A group that six people came to, with one question written up. */
async function held(): Promise<string> {
  const groupId = await plan();
  const members = await office.ids('person', 'W1', 'W2', 'W3', 'C1', 'C2', 'C3');
  await lead.focusGroups.setMembers({ groupId, baseVersion: 1, invited: members, present: members, ...key() });
  for (const event of ['invite', 'hold']) await move(groupId, event);
  const { record, version } = await lead.focusGroups.get({ groupId });
  const questions = record.questions.map((note) =>
    note.id === 'q6'
      ? {
          ...note,
          summary: 'Most said that the rota leaves no gap. A visit at four pushes it out. Waiting for a bed does the rest.',
          band: 'most' as const,
          dissent: { kind: 'some' as const, what: 'One thought the rota was fine.', howMany: 1 },
        }
      : note,
  );
  await lead.focusGroups.save({ groupId, baseVersion: version, record: { ...record, questions }, ...key() });
  return groupId;
}

describe('a focus group', () => {
  it('is planned with the guide, invited by role family, held under the policy in force', async () => {
    const groupId = await plan();
    const { record, state, heard } = await lead.focusGroups.get({ groupId });
    expect([state, record.questions.length, record.guideVersion]).toEqual(['planned', 13, '1']);
    expect(heard.families.map(({ family, headCount }) => [family, headCount])).toEqual([
      ['social-worker', 3],
      ['other-case-holding', 3],
      ['not-case-holding', 1],
      ['manager', 2],
    ]);
    const { people } = await lead.focusGroups.staff({ roleFamily: 'social-worker' });
    expect(people.map(({ name }) => name)).toEqual(['Name W1', 'Name W2', 'Name W3']);
    const [w1, c1] = await office.ids('person', 'W1', 'C1');
    await lead.focusGroups.setMembers({ groupId, baseVersion: 1, invited: [w1!, c1!], present: [c1!], ...key() });
    await move(groupId, 'invite');
    await move(groupId, 'hold');
    const after = await lead.focusGroups.get({ groupId });
    expect(after.record).toMatchObject({
      heldOn: TODAY,
      invited: { 'social-worker': 1, 'other-case-holding': 1 },
      present: { 'other-case-holding': 1 },
    });
    expect(after.record.policyVersion).toMatch(/^\d/);
    expect(after.heard.missing).toEqual(['social-worker', 'not-case-holding', 'manager']);
  });

  it('names the policy in force on the day that the record names', async () => {
    const { groupId } = await lead.focusGroups.plan({ ...PLAN, heldOn: '1990-01-01', ...key() });
    for (const event of ['invite', 'hold']) await move(groupId, event);
    // No policy of this council is as old as that.
    expect((await lead.focusGroups.get({ groupId })).record).toMatchObject({ heldOn: '1990-01-01', policyVersion: null });
  });

  it('is not there for others until it is agreed, and for members once it is sent to them', async () => {
    const groupId = await held();
    await expect(worker('W1').focusGroups.get({ groupId })).rejects.toThrow('not-found');
    await move(groupId, 'write-up');
    await move(groupId, 'send');
    expect((await worker('W1').focusGroups.get({ groupId })).members).toEqual([]);
    expect((await worker('W1').focusGroups.list()).groups.find(({ id }) => id === groupId)?.waitsForMe).toBe(true);
    await expect(worker('OUT').focusGroups.get({ groupId })).rejects.toThrow('not-found');
    expect((await worker('OUT').focusGroups.list()).groups.map(({ id }) => id)).not.toContain(groupId);
    await move(groupId, 'agree');
    expect((await worker('OUT').focusGroups.get({ groupId })).record.title).toBe(PLAN.title);
  });

  it('counts who was there from the list of people, whatever a page sends', async () => {
    const groupId = await held();
    const { record, version } = await lead.focusGroups.get({ groupId });
    const sent = { ...record, present: { manager: 40 } };
    await lead.focusGroups.save({ groupId, baseVersion: version, record: sent, ...key() });
    expect((await lead.focusGroups.get({ groupId })).record.present).toEqual(record.present);
  });

  it('is saved once for one intention, and never over somebody else’s words', async () => {
    const groupId = await held();
    const { record, version } = await lead.focusGroups.get({ groupId });
    const asked = { groupId, baseVersion: version, record: { ...record, groupsMissing: 'Bank staff' }, ...key() };
    const first = await lead.focusGroups.save(asked);
    expect(await lead.focusGroups.save(asked)).toEqual(first);
    await expect(second.focusGroups.save({ ...asked, ...key() })).rejects.toMatchObject({
      cause: { problem: { kind: 'out-of-date', yourVersion: version, currentVersion: version + 1 } },
    });
    await expect(worker('W1').focusGroups.save({ ...asked, ...key() })).rejects.toThrow('no-permission');
  });

  it('is checked by its members: agreed, or corrected and answered; a change asks them again', async () => {
    const groupId = await held();
    await move(groupId, 'write-up');
    await move(groupId, 'send');
    const baseVersion = await versionOf(groupId);
    const onHome = async (): Promise<(number | null)[]> =>
      (await worker('W2').home.get()).needs.filter(({ kind }) => kind === 'focus-group-check').map(({ count }) => count);
    const [before = 0] = await onHome();
    await worker('W2').focusGroups.agree({ groupId, baseVersion, ...key() });
    expect((await onHome())[0] ?? 0).toBe((before ?? 0) - 1);
    await worker('W1').focusGroups.agree({ groupId, baseVersion, ...key() });
    const asked = { groupId, baseVersion, questionId: 'q6', says: 'It was the bed, not the rota.', ...key() };
    await worker('C1').focusGroups.propose(asked);
    await expect(worker('OUT').focusGroups.propose({ ...asked, ...key() })).rejects.toThrow('not-found');
    expect((await worker('W1').focusGroups.get({ groupId })).corrections).toEqual([]);
    const view = await lead.focusGroups.get({ groupId });
    expect([view.agreed, view.asked, view.corrections.map(({ by, says }) => [by?.name, says])]).toEqual([
      2,
      6,
      [['Name C1', asked.says]],
    ]);
    const correctionId = view.corrections[0]!.id;
    await expect(lead.focusGroups.answer({ groupId, correctionId, isTaken: false, reply: '', ...key() })).rejects.toThrow(
      'not-valid',
    );
    await lead.focusGroups.answer({ groupId, correctionId, isTaken: true, reply: null, ...key() });
    await move(groupId, 'take-back');
    await move(groupId, 'send');
    expect((await worker('W1').focusGroups.get({ groupId })).hasAgreed).toBe(false);
    await expect(
      lead.focusGroups.save({ groupId, baseVersion: await versionOf(groupId), record: view.record, ...key() }),
    ).rejects.toThrow('wrong-state');
  });

  it('loses its words when it is retired, and keeps what was coded', async () => {
    const groupId = await held();
    const { extractId } = await lead.focusGroups.cut({
      groupId,
      questionId: 'q6',
      words: 'A visit at four pushes it out.',
      isVerbatim: false,
      ...key(),
    });
    const coding = { extractId, baseVersion: 0, codes: ['B2'], direction: 'negative' as const, evidence: 'E0' as const };
    await lead.focusGroups.code({ ...coding, ...key() });
    for (const event of ['write-up', 'retire']) await move(groupId, event);
    const view = await lead.focusGroups.coding({ groupId });
    expect(view.record.questions).toEqual([]);
    expect(view.extracts).toMatchObject([{ words: '', mine: { codes: ['B2'] } }]);
    const left = await inCouncil(
      office.services.database,
      office.council,
      (tx) => tx.sql`
      select (select count(*) from focus_group_version where group_id = ${groupId}) as versions,
        (select count(*) from focus_group_correction where group_id = ${groupId}) as corrections,
        (select count(*) from coded_extract where group_id = ${groupId} and words is not null) as words`,
    );
    expect(left[0]).toEqual({ versions: 0, corrections: 0, words: 0 });
  });
});

describe('coding', () => {
  it('keeps the second coder blind to the first, and compares them afterwards', async () => {
    const groupId = await held();
    const sentences = [
      'Most said that the rota leaves no gap.',
      'A visit at four pushes it out.',
      'Waiting for a bed does the rest.',
    ];
    const ids: string[] = [];
    for (const words of sentences)
      ids.push((await lead.focusGroups.cut({ groupId, questionId: 'q6', words, isVerbatim: true, ...key() })).extractId);
    const code = (who: typeof lead, extractId: string, codes: string[], baseVersion = 0) =>
      who.focusGroups.code({ extractId, baseVersion, codes, direction: 'negative', evidence: 'E0', ...key() });
    for (const id of ids) await code(lead, id, ['B9']);
    const blind = await second.focusGroups.coding({ groupId });
    expect(blind.extracts.map(({ other, role }) => [other, role])).toEqual([
      [null, 'second'],
      [null, 'second'],
      [null, 'second'],
    ]);
    expect(blind.extracts.filter(({ isDrawn }) => isDrawn)).toHaveLength(1);
    await code(second, ids[0]!, ['B9']);
    await code(second, ids[1]!, ['B2']);
    const seen = await second.focusGroups.coding({ groupId });
    expect(seen.extracts[0]?.other).toMatchObject({ codes: ['B9'], by: { name: 'Name LEAD' } });
    expect(seen.extracts[2]?.other).toBeNull();
    expect(seen.agreement).toMatchObject({ extracts: 3, doubleCoded: 2 });
    expect(seen.agreement.codes.map(({ code: id, first, second: other, both }) => [id, first, other, both])).toEqual([
      ['B2', 0, 1, 0],
      ['B9', 2, 1, 1],
    ]);
    await expect(code(lead, ids[0]!, ['B1'])).rejects.toMatchObject({ cause: { problem: { kind: 'out-of-date' } } });
    await expect(code(lead, ids[2]!, ['Z9'], 1)).rejects.toThrow('not-valid');
    // Both have seen the other's: what is changed now would not be made without it.
    expect(seen.extracts.map(({ role }) => role)).toEqual(['done', 'done', 'second']);
    await expect(code(lead, ids[0]!, ['B1'], 1)).rejects.toThrow('wrong-state');
    await expect(code(second, ids[0]!, ['B1'], 1)).rejects.toThrow('wrong-state');
    await code(lead, ids[2]!, ['B1'], 1);
    await expect(
      lead.focusGroups.cut({ groupId, questionId: 'q6', words: 'Never said.', isVerbatim: true, ...key() }),
    ).rejects.toThrow('not-valid');
    await expect(worker('W1').focusGroups.coding({ groupId })).rejects.toThrow('no-permission');
  });

  it('shows themes from agreed groups only, those of three extracts and more, with words where six were there', async () => {
    const groupId = await held();
    for (const words of [
      'Most said that the rota leaves no gap.',
      'A visit at four pushes it out.',
      'One thought the rota was fine.',
    ]) {
      const { extractId } = await lead.focusGroups.cut({ groupId, questionId: 'q6', words, isVerbatim: true, ...key() });
      await lead.focusGroups.code({ extractId, baseVersion: 0, codes: ['B5'], direction: 'mixed', evidence: 'E1', ...key() });
    }
    const theme = { themeId: null, baseVersion: 0, says: 'Said.', questions: [6], figures: ['caseload'] };
    await lead.focusGroups.saveTheme({ ...theme, title: 'No head for it', codes: ['B5'], ...key() });
    await lead.focusGroups.saveTheme({ ...theme, title: 'Small', codes: ['C4'], ...key() });
    expect((await worker('OUT').focusGroups.themes()).themes).toEqual([]);
    for (const event of ['write-up', 'send', 'agree']) await move(groupId, event);
    const view = await worker('OUT').focusGroups.themes();
    expect(view.themes.map(({ theme: { title }, extracts }) => [title, extracts])).toEqual([['No head for it', 3]]);
    expect(view.themes[0]?.quotes.every(({ quotation }) => quotation.isShown)).toBe(true);
    expect(JSON.stringify(view)).not.toContain('Quay House');
    expect([view.other, view.own]).toEqual([{ themes: 1, extracts: null }, []]);
  });

  it('says how often a code was given to nobody who only reads: it counts what nobody has agreed to yet', async () => {
    const groupId = await held();
    const words = 'Waiting for a bed does the rest.';
    const { extractId } = await lead.focusGroups.cut({ groupId, questionId: 'q6', words, isVerbatim: true, ...key() });
    await lead.focusGroups.code({ extractId, baseVersion: 0, codes: ['B7'], direction: 'negative', evidence: 'E0', ...key() });
    expect((await lead.focusGroups.codebook()).uses?.['B7']).toBe(1);
    expect((await worker('OUT').focusGroups.codebook()).uses).toBeNull();
  });

  it('keeps every version of the codebook, and lets no code vanish', async () => {
    const { codebook, number } = await lead.focusGroups.codebook();
    expect([number, codebook]).toEqual([0, STANDARD_CODEBOOK]);
    const less = { ...codebook, codes: codebook.codes.slice(1) };
    const asked = { baseNumber: 0, note: 'Said in our own words.' };
    await expect(lead.focusGroups.saveCodebook({ ...asked, codebook: less, ...key() })).rejects.toThrow('not-valid');
    const [first, ...rest] = codebook.codes;
    const next = { ...codebook, codes: [{ ...first!, name: 'Caseload', version: 2 }, ...rest] };
    await lead.focusGroups.saveCodebook({ ...asked, codebook: next, ...key() });
    await expect(second.focusGroups.saveCodebook({ ...asked, codebook: next, ...key() })).rejects.toThrow('out-of-date');
    const view = await worker('OUT').focusGroups.codebook();
    expect([view.number, view.mayChange, view.history.map(({ note, savedBy }) => [note, savedBy])]).toEqual([
      1,
      false,
      [['Said in our own words.', 'Name LEAD']],
    ]);
  });

  it('reads a codebook from REFI-QDA and from CSV, and refuses what is neither', async () => {
    const qdc =
      '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="Group" isCodable="false"><Code guid="2" name="B1 Cases" isCodable="true"><Description>Too many.</Description></Code><Code guid="3" name="Lunch" isCodable="true"/></Code></Codes></CodeBook>';
    const offer = await lead.focusGroups.readCodebook({ fileName: 'a.qdc', text: qdc });
    expect([
      offer.changed.map(({ after }) => [after.id, after.name, after.definition]),
      offer.added.map(({ name }) => name),
    ]).toEqual([[['B1', 'Cases', 'Too many.']], ['Lunch']]);
    const csv = await lead.focusGroups.readCodebook({
      fileName: 'a.csv',
      text: 'code,name,definition\nK1,Kettle,Said of the kettle\n',
    });
    expect(csv.added).toMatchObject([{ id: 'K1', name: 'Kettle' }]);
    for (const text of ['<!DOCTYPE a><CodeBook/>', '<html></html>', 'just words'])
      await expect(lead.focusGroups.readCodebook({ fileName: 'a', text })).rejects.toThrow('not-valid');
  });
});

it('leaves no word of what was said in the clear in any table', async () => {
  const groupId = await held();
  await move(groupId, 'write-up');
  await move(groupId, 'send');
  const says = 'It was the bed, not the rota.';
  await worker('C1').focusGroups.propose({ groupId, baseVersion: await versionOf(groupId), questionId: 'q6', says, ...key() });
  const tables = ['focus_group', 'focus_group_version', 'focus_group_correction', 'coded_extract', 'audit_entry', 'idempotency'];
  for (const table of tables) {
    // As text and with every bytea as the letters that it may hold.
    const rows = await inCouncil(
      office.services.database,
      office.council,
      (tx) => tx.sql`
      select t::text as written from ${tx.sql(table)} t`,
    );
    expect(rows.length, table).toBeGreaterThan(0);
    const written = rows.map((row) => String(row['written'])).join('\n');
    for (const words of ['rota', Buffer.from('rota').toString('hex'), 'Name LEAD', Buffer.from('Name LEAD').toString('hex')])
      expect(written.includes(words), `${table}: ${words}`).toBe(false);
  }
  const otherKey = createCaller({
    services: { ...office.services, safe: makeKeySafe('another secret, which opens nothing here') },
    signedIn: {
      identityId: 'LEAD',
      councilId: office.council,
      person: 'LEAD',
      roles: ['principal-social-worker'],
      until: '2026-06-15T20:00:00Z',
    },
  });
  await expect(otherKey.focusGroups.get({ groupId })).rejects.toThrow(/authenticate/);
});

it('keeps every change on the council’s list of what was done, without a word of what was said', async () => {
  const rows = await inCouncil(
    office.services.database,
    office.council,
    (tx) => tx.sql`select action, counts::text from audit_entry`,
  );
  const actions = new Set(rows.map((row) => String(row['action'])));
  for (const action of ['plan', 'members', 'invite', 'hold', 'send', 'agree', 'retire', 'check.agree', 'check.taken', 'theme'])
    expect(actions).toContain(`focus-groups.${action}`);
  expect(JSON.stringify(rows)).not.toContain('rota');
});
