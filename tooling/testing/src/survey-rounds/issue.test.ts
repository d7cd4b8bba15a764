import { constants, generateKeyPairSync, privateDecrypt, randomBytes, randomUUID } from 'node:crypto';
import { inCouncil, listAudit } from '@plumbline/database';
import type { RoundDetail } from '@plumbline/domain/surveys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSurveyOffice, PAPER, RUNNER, TODAY, type SurveyOffice } from './_office.ts';
import { answersWith, blind, send } from './_respondent.ts';

let office: SurveyOffice;
let round: RoundDetail;
beforeAll(async () => {
  office = await openSurveyOffice({
    A1: { service: 'Assessment', roles: { 'social-worker': 14, 'team-manager': 2 } },
    F1: { service: 'Fostering', roles: { 'social-worker': 11 } },
  });
  round = await office.open();
});
afterAll(() => office.close());

const mine = async (person: string) => (await office.as(person, 'social-worker').surveyRounds.mine()).rounds[0];

async function askFor(person: string, blinded: string) {
  return await office.as(person, 'social-worker').surveyRounds.issue({ roundId: round.id, blinded });
}

describe('the list', () => {
  it('invites everybody in post, in groups of ten and more, and names what was put together', () => {
    expect(round).toMatchObject({
      state: 'open',
      invited: office.staff.length,
      withoutPost: 0,
      frozenOn: TODAY,
      openedOn: TODAY,
    });
    expect(round.cells.map(({ label, headCount }) => [label, headCount])).toEqual([
      ['Assessment: social workers, staff who hold no cases and managers', 18],
      ['Fostering: social workers', 11],
    ]);
    expect(round.merged.map(({ cell }) => cell)).toEqual(['c1']);
    expect(round.manifest?.cells.map(({ fingerprint }) => fingerprint)).toEqual(
      round.cells.map(({ fingerprint }) => fingerprint),
    );
  });

  it('tells each of the invited their group and its key, and nobody else', async () => {
    const invited = await mine('F1-social-worker-3');
    expect(invited).toMatchObject({
      cell: { id: 'c2', headCount: 11 },
      isIssued: false,
      remindersStopped: false,
      hasAddress: false,
    });
    expect(invited?.cell.fingerprint).toBe(round.cells[1]?.fingerprint);
    expect(invited?.manifestHash).toBe(round.manifestHash);
    expect((await office.as('SOMEBODY-ELSE', 'social-worker').surveyRounds.mine()).rounds).toEqual([]);
    const { blinded } = await blind(invited?.cell.publicKey ?? '');
    await expect(askFor('SOMEBODY-ELSE', blinded)).rejects.toThrow('not-found');
  });
});

describe('a one-time link', () => {
  it('is signed so that the library takes it, and the same value again gives the same signature', async () => {
    const blinding = await blind((await mine('A1-social-worker-1'))?.cell.publicKey ?? '');
    const first = await askFor('A1-social-worker-1', blinding.blinded);
    expect((await blinding.finish(first.signature)).token).toHaveLength(86);
    expect(await askFor('A1-social-worker-1', blinding.blinded)).toEqual(first);
    expect((await mine('A1-social-worker-1'))?.isIssued).toBe(true);
  });

  it('is made once: another value is refused, also where several ask at the same moment', async () => {
    const { publicKey = '' } = (await mine('A1-social-worker-2'))?.cell ?? {};
    const values = await Promise.all(Array.from({ length: 6 }, () => blind(publicKey)));
    const outcomes = await Promise.allSettled(values.map(({ blinded }) => askFor('A1-social-worker-2', blinded)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
    expect(refusals).toEqual(Array.from({ length: 5 }, () => expect.stringContaining('already-recorded')));
  });

  it('is not made of a value that is none, and nobody is marked for it', async () => {
    const beyond = Buffer.alloc(256, 0xff).toString('base64url');
    await expect(askFor('A1-social-worker-3', beyond)).rejects.toThrow('not-valid');
    await expect(askFor('A1-social-worker-3', randomBytes(255).toString('base64url'))).rejects.toThrow('invalid_format');
    expect((await mine('A1-social-worker-3'))?.isIssued).toBe(false);
  });

  it('is written down with a day and nothing finer, and not in the record history', async () => {
    const rows = await inCouncil(
      office.test.db,
      office.council,
      (tx) => tx.sql`select to_jsonb(i) as row from survey_invitation i where person = 'A1-social-worker-1'`,
    );
    expect(rows[0]?.['row']).toMatchObject({ issued_on: TODAY, how: 'self' });
    expect(JSON.stringify(rows)).not.toMatch(/\d\d:\d\d/);
    const entries = await inCouncil(office.test.db, office.council, (tx) => listAudit(tx, 100));
    expect(
      entries
        .map(({ action }) => action)
        .filter((action) => action.startsWith('surveys.'))
        .toSorted(),
    ).toEqual(['surveys.round.create', 'surveys.round.freeze', 'surveys.round.open']);
    const kept = await inCouncil(office.test.db, office.council, (tx) => tx.sql`select response from idempotency`);
    expect(JSON.stringify(kept)).not.toContain('signature');
  });

  it('answers in the group whose key signed it, whatever the browser would say', async () => {
    const blinding = await blind((await mine('F1-social-worker-1'))?.cell.publicKey ?? '');
    const ticket = await blinding.finish((await askFor('F1-social-worker-1', blinding.blinded)).signature);
    const kept = await send(office.boxUrl, round.id, { ...ticket, answers: answersWith(3) });
    expect(kept.status).toBe(200);
    const [row] = await office.boxDatabase.sql`select cell from box.ballot where token_hash = ${kept.body.receipt ?? ''}`;
    expect(row?.['cell']).toBe('c2');
  });

  it('that another key signed than the one of the manifest does not pass the check of the page', async () => {
    // As where a server would sign for one person with a key that only they were given.
    const blinding = await blind((await mine('A1-social-worker-4'))?.cell.publicKey ?? '');
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const blinded = Buffer.from(blinding.blinded, 'base64url');
    blinded.writeUInt8(0, 0);
    const signature = privateDecrypt({ key: other, padding: constants.RSA_NO_PADDING }, blinded).toString('base64url');
    await expect(blinding.finish(signature)).rejects.toThrow(/signature/);
  });
});

describe('paper', () => {
  it('is made out by whom the round names, for people by name, and counts as their one link', async () => {
    const rounds = office.as(PAPER, 'administrator').surveyRounds;
    const { people } = await rounds.paper.people({ roundId: round.id });
    const chosen = people.filter(({ name }) => /A1-social-worker-(5|6)$/.test(name));
    expect(chosen.map(({ isIssued }) => isIssued)).toEqual([false, false]);
    const blindings = await Promise.all(chosen.map(({ cell }) => blind(cell.publicKey)));
    const asked = chosen.map(({ id }, at) => ({ subjectId: id, blinded: blindings[at]?.blinded ?? '' }));
    const { signatures } = await rounds.paper.issue({ roundId: round.id, people: asked });
    for (const { subjectId, signature } of signatures) {
      const at = asked.findIndex((one) => one.subjectId === subjectId);
      const ticket = (await blindings[at]?.finish(signature)) ?? { token: '', signature: '' };
      expect((await send(office.boxUrl, round.id, { ...ticket, answers: answersWith(at) })).status).toBe(200);
    }
    const after = await rounds.paper.people({ roundId: round.id });
    expect(after.people.filter(({ isOnPaper }) => isOnPaper)).toHaveLength(2);
    const { blinded } = await blind((await mine('A1-social-worker-5'))?.cell.publicKey ?? '');
    await expect(askFor('A1-social-worker-5', blinded)).rejects.toThrow('already-recorded');
  });

  it('is nothing for others who might be named, and all of a list is signed or none', async () => {
    const [other = '', issued = ''] = await office.ids('A1-social-worker-7', 'A1-social-worker-5');
    const { publicKey = '' } = (await mine('A1-social-worker-7'))?.cell ?? {};
    const people = await Promise.all(
      [other, issued].map(async (subjectId) => ({ subjectId, blinded: (await blind(publicKey)).blinded })),
    );
    await expect(
      office.as(RUNNER, 'principal-social-worker').surveyRounds.paper.issue({ roundId: round.id, people }),
    ).rejects.toThrow('not-found');
    await expect(office.as(PAPER, 'administrator').surveyRounds.paper.issue({ roundId: round.id, people })).rejects.toThrow(
      'already-recorded',
    );
    expect((await mine('A1-social-worker-7'))?.isIssued).toBe(false);
  });
});

describe('reminders', () => {
  it('go to everybody but those who pressed stop, once a day, and the mail says why', async () => {
    await office.as('F1-social-worker-2', 'social-worker').surveyRounds.stopReminders({ roundId: round.id });
    const rounds = office.as(RUNNER, 'principal-social-worker').surveyRounds;
    const before = await rounds.get({ roundId: round.id });
    const reminded = await rounds.remind({ roundId: round.id, baseVersion: before.version, idempotencyKey: randomUUID() });
    const again = { roundId: round.id, baseVersion: reminded.version, idempotencyKey: randomUUID() };
    await expect(rounds.remind(again)).rejects.toThrow('already-recorded');
    const mails = await inCouncil(
      office.test.db,
      office.council,
      (tx) => tx.sql`select payload ->> 'person' as person from outbox where payload ->> 'template' = 'survey-reminder'`,
    );
    const people = mails.map((mail) => String(mail['person']));
    expect(people).toHaveLength(office.staff.length - 1);
    expect(people).not.toContain('F1-social-worker-2');
    // Whoever has a link, or has answered, is reminded like everybody.
    expect(people).toEqual(expect.arrayContaining(['A1-social-worker-1', 'F1-social-worker-1']));
  });
});
