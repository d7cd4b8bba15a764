import { randomUUID } from 'node:crypto';
import {
  addExtract,
  changeFocusGroup,
  createFocusGroup,
  findFocusGroup,
  inCouncil,
  keepCoding,
  keepFocusGroupAgreement,
  keepTheme,
  setFocusGroupMembers,
  setFocusGroupPresent,
  withSafe,
  type Database,
  type RootSafe,
  type WordsTransaction,
} from '@plumbline/database';
import { demoFocusGroup, type CastMember, type DemoFocusGroup } from '@plumbline/demo';
import { addMonths, formatDay, type Day } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import { invitedOn } from '@plumbline/domain/surveys';

interface Loading {
  readonly database: Database;
  readonly safe: RootSafe;
  readonly councilId: string;
  readonly facts: Facts;
  readonly cast: readonly CastMember[];
  readonly today: Day;
  readonly policyVersion: string;
}

/** Gives a demonstration council one focus group, agreed and coded, so that its pages show something. */
export async function loadFocusGroup({ database, safe, councilId, facts, cast, today, policyVersion }: Loading): Promise<void> {
  const heldOn = addMonths(today, -3);
  const made = demoFocusGroup(formatDay(heldOn), formatDay(addMonths(heldOn, 36)));
  const group = { ...made, record: { ...made.record, policyVersion } };
  const personOf = (role: CastMember['role']) => cast.find((member) => member.role === role)?.personRef ?? 'system';
  const [lead, second] = [personOf('principal-social-worker'), personOf('service-manager')];
  const staff = invitedOn(facts, formatDay(today)).invited.filter(({ person }) => person !== lead && person !== second);
  const members = Object.entries(group.invited).flatMap(([family, count]) =>
    staff.filter(({ roleFamily }) => roleFamily === family).slice(0, count),
  );
  const came = Object.entries(group.present).flatMap(([family, count]) =>
    members.filter(({ roleFamily }) => roleFamily === family).slice(0, count),
  );
  await inCouncil(database, councilId, async (plain) => {
    const tx = withSafe(plain, safe);
    const id = await keepGroup(tx, group, lead, { invited: countsOf(members), present: countsOf(came) });
    await setFocusGroupMembers(tx, id, members);
    const persons = came.map(({ person }) => person);
    await setFocusGroupPresent(tx, id, persons);
    for (const person of persons) await keepFocusGroupAgreement(tx, id, { person, version: 2, on: formatDay(heldOn + 14) });
    await keepCodes(tx, group, id, lead, second);
    for (const theme of group.themes) await keepTheme(tx, { id: randomUUID(), ...theme }, lead);
  });
}

function countsOf(people: readonly { readonly roleFamily: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { roleFamily } of people) counts[roleFamily] = (counts[roleFamily] ?? 0) + 1;
  return counts;
}

async function keepGroup(
  tx: WordsTransaction,
  { record }: DemoFocusGroup,
  by: string,
  counts: { readonly invited: Record<string, number>; readonly present: Record<string, number> },
): Promise<string> {
  const id = randomUUID();
  await createFocusGroup(tx, { id, state: 'written-up', record: { ...record, ...counts }, source: null, by });
  const kept = await findFocusGroup(tx, id, true);
  if (kept === null) throw new Error('The focus group of the demonstration was not kept.');
  await changeFocusGroup(tx, kept, { by, state: 'agreed', isSent: true });
  return id;
}

async function keepCodes(
  tx: WordsTransaction,
  group: DemoFocusGroup,
  groupId: string,
  lead: string,
  second: string,
): Promise<void> {
  for (const { questionId, words, isVerbatim, codes, direction, evidence, secondCodes } of group.extracts) {
    const note = group.record.questions.find(({ id: question }) => question === questionId);
    const extractId = randomUUID();
    await addExtract(tx, {
      id: extractId,
      source: 'focus-group',
      groupId,
      questionId,
      construct: note?.construct ?? null,
      band: note?.band ?? null,
      words,
      isVerbatim,
      createdBy: lead,
    });
    const coding = { extractId, direction, evidence, codebookNumber: 0 };
    await keepCoding(tx, { ...coding, coder: lead, isSecond: false, codes });
    if (secondCodes !== null && second !== lead)
      await keepCoding(tx, { ...coding, coder: second, isSecond: true, codes: secondCodes });
  }
}
