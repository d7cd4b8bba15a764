import { randomUUID } from 'node:crypto';
import { inCouncil, listToolVersions } from '@plumbline/database';
import { demoCast, makeReturn, near, randomStream, type CastMember, type PackId, type RandomStream } from '@plumbline/demo';
import type { AuditTool, Grade } from '@plumbline/domain/audits';
import { addMonths, formatDay, type Day } from '@plumbline/domain/calendar';
import { office, type SurveyLoading } from './survey-office.ts';

export interface AuditLoading extends Omit<SurveyLoading, 'cast' | 'box'> {
  readonly packId: PackId;
}

interface Loading extends Omit<SurveyLoading, 'box'> {
  readonly random: RandomStream;
}

const PLANNER = 'principal-social-worker';
const AUDITORS = ['principal-social-worker', 'service-manager', 'team-manager', 'registered-manager'] as const;
const MODERATORS = ['service-manager', 'principal-social-worker'] as const;

/** How often an audit of the demonstration ends with each grade. */
const GRADES: Readonly<Record<'1' | '2' | '3' | '4', number>> = { '1': 1, '2': 6, '3': 11, '4': 3 };

const calls = (loading: Loading, on: Day, role: CastMember['role'] = PLANNER) => office(loading, on, role);
const key = (): string => randomUUID();

/**
 * Gives a demonstration council its audits: two samples of supervision files that are closed, one that is at work, a manager's own checks,
 * and one that is planned. They are made by the calls that pages make, on earlier days, so that they hold nothing that real ones would
 * not; which files are drawn is chance.
 */
export async function loadAudits({ packId, ...rest }: AuditLoading): Promise<void> {
  const loading: Loading = { ...rest, cast: demoCast(packId), random: randomStream(rest.seed).split('audits') };
  if ((await inCouncil(loading.services.database, loading.councilId, (tx) => listToolVersions(tx, null))).length > 0) return;
  const { today } = loading;
  // Half a year and a little apart: one of the two is always in the last half of a calendar year, which is what a manager sees.
  const earlier = addMonths(today, -10) - 5;
  const later = addMonths(today, -5) - 5;
  const files = await tool(loading, earlier, 'supervision-file', 'Supervision files');
  const cases = await tool(loading, later, 'case-supervision', 'Case supervision');
  const checks = await tool(loading, later, 'record-check', 'Managers’ record check');
  await closedRound(loading, files, { from: earlier, days: 60, title: 'Supervision files, first round', size: 20 });
  await closedRound(loading, files, { from: later, days: 60, title: 'Supervision files, second round', size: 26 });
  const recent = { from: today - 20, days: 40, title: 'Supervision files, third round', size: 16 };
  const open = await drawn(loading, files, recent);
  await work(loading, open, { on: today - 4, done: 0.55, tool: files.content });
  await ownChecks(loading, checks, today - 10);
  await planned(loading, cases, today + 25);
}

interface MadeTool {
  readonly id: string;
  readonly content: AuditTool;
}

async function tool(
  loading: Loading,
  on: Day,
  audit: 'supervision-file' | 'case-supervision' | 'record-check',
  title: string,
): Promise<MadeTool> {
  const { auditTools } = calls(loading, on);
  const about = audit === 'case-supervision' ? 'child' : 'person';
  const { toolId } = await auditTools.start({ from: { kind: 'policy', audit, about }, title, idempotencyKey: key() });
  const { draft, version } = await auditTools.get({ toolId });
  await auditTools.publish({ toolId, baseVersion: version, idempotencyKey: key() });
  return { id: toolId, content: draft };
}

interface Planned {
  readonly from: Day;
  readonly days: number;
  readonly title: string;
  readonly size: number;
}

async function plan(loading: Loading, { id }: MadeTool, { from, days, title, size }: Planned, on: Day = from): Promise<string> {
  const { audits } = calls(loading, on);
  const responder = await calls(loading, on, 'service-manager').me.get();
  const lead = await calls(loading, on).me.get();
  const made = await audits.plan({
    toolId: id,
    toolNumber: 1,
    basis: 'random',
    title,
    startsOn: formatDay(from),
    dueOn: formatDay(from + days),
    teams: [],
    leadId: lead.person.id,
    responderId: responder.person.id,
    size,
    reserves: Math.ceil(size / 5),
    idempotencyKey: key(),
  });
  return made.auditId;
}

/** Planned, drawn, shared out and open. */
async function drawn(loading: Loading, made: MadeTool, planning: Planned): Promise<string> {
  const auditId = await plan(loading, made, planning);
  const { audits } = calls(loading, planning.from);
  await audits.draw({ auditId, baseVersion: 1, excluded: [], idempotencyKey: key() });
  const auditorIds = await Promise.all(
    AUDITORS.map(async (role) => (await calls(loading, planning.from, role).me.get()).person.id),
  );
  await audits.shareOut({ auditId, auditorIds, idempotencyKey: key() });
  await planner(loading, planning.from).open(auditId);
  return auditId;
}

/** A sample whose files are all completed, moderated and put away. */
async function closedRound(loading: Loading, made: MadeTool, planning: Planned): Promise<void> {
  const auditId = await drawn(loading, made, planning);
  await work(loading, auditId, { on: planning.from + 20, done: 1, tool: made.content });
  await moderate(loading, auditId, planning.from + 40);
  await planner(loading, planning.from + planning.days + 1).close(auditId);
}

function planner(loading: Loading, on: Day) {
  const { audits } = calls(loading, on);
  const move = async (auditId: string, event: 'open' | 'close'): Promise<void> => {
    const { version } = await audits.get({ auditId });
    await audits.move({ auditId, baseVersion: version, event, idempotencyKey: key() });
  };
  return { open: (auditId: string) => move(auditId, 'open'), close: (auditId: string) => move(auditId, 'close') };
}

interface Work {
  readonly on: Day;
  /** Which share of the files is completed. */
  readonly done: number;
  readonly tool: AuditTool;
}

/** The auditors' work: most files completed and talked over, an inadequate one answered, actions agreed. */
async function work(loading: Loading, auditId: string, { on, done, tool: asked }: Work): Promise<void> {
  const { files } = await calls(loading, on).audits.get({ auditId });
  const waiting = files.filter(({ state }) => state === 'waiting');
  const count = Math.round(waiting.length * done);
  for (const [at, file] of waiting.entries()) {
    const random = loading.random.split(`${on}/${at}`);
    const role = await roleOf(loading, on, file.auditor?.id ?? '');
    const day = on + (at % 12);
    if (at < count) await completed(loading, { fileId: file.id, role, day: Math.min(day, loading.today), asked, random });
    else if (at === count) await begun(loading, { fileId: file.id, role, day: loading.today - 1, asked, random });
  }
}

async function roleOf(loading: Loading, on: Day, id: string): Promise<CastMember['role']> {
  for (const role of AUDITORS) if ((await calls(loading, on, role).me.get()).person.id === id) return role;
  throw new Error('A file of the demonstration has nobody of the cast as its auditor.');
}

interface OneFile {
  readonly fileId: string;
  readonly role: CastMember['role'];
  readonly day: Day;
  readonly asked: AuditTool;
  readonly random: RandomStream;
}

async function completed(loading: Loading, { fileId: itemId, role, day, asked, random }: OneFile): Promise<void> {
  const { audits } = calls(loading, day, role);
  const overall = Number(random.weighted(GRADES)) as Grade;
  const made = makeReturn(asked, overall, random);
  const { version } = await audits.file({ itemId });
  const saved = await audits.saveFile({ itemId, baseVersion: version, made, idempotencyKey: key() });
  const done = await audits.completeFile({ itemId, baseVersion: saved.version, idempotencyKey: key() });
  if (done.isRaised)
    await calls(loading, day, 'service-manager').audits.answerAlert({
      itemId,
      says: 'Spoke with the team manager the same day; supervision is booked for this week.',
      idempotencyKey: key(),
    });
  if (overall < 3) await agreeAction(loading, itemId, { role, day, random });
  if (overall === 4) await praise(loading, itemId, role, day);
  const talkedOver = day + 3 <= loading.today;
  if (!talkedOver) return;
  const on = formatDay(day + 3);
  await calls(loading, day + 3, role).audits.feedBack({
    itemId,
    baseVersion: done.version,
    on,
    said: 'Glad that somebody looked; agrees with what is to be better.',
    idempotencyKey: key(),
  });
}

/** Half of the questions answered, and left for tomorrow. */
async function begun(loading: Loading, { fileId: itemId, role, day, asked, random }: OneFile): Promise<void> {
  const { audits } = calls(loading, day, role);
  const whole = makeReturn(asked, 3, random);
  const half = asked.questions.slice(0, Math.ceil(asked.questions.length / 2)).map(({ id }) => id);
  const answers = Object.fromEntries(half.flatMap((id) => (whole.answers[id] === undefined ? [] : [[id, whole.answers[id]]])));
  const { version } = await audits.file({ itemId });
  const made = { ...whole, answers, overall: null, overallBecause: '', limitBecause: '' };
  await audits.saveFile({ itemId, baseVersion: version, made, idempotencyKey: key() });
}

async function agreeAction(
  loading: Loading,
  itemId: string,
  { role, day, random }: Pick<OneFile, 'role' | 'day' | 'random'>,
): Promise<void> {
  const owner = await calls(loading, day, 'team-manager').me.get();
  const { audits } = calls(loading, day, role);
  const { actionId } = await audits.addAction({
    itemId,
    what: 'Look at the last actions at the beginning of each supervision, and note what became of them.',
    ownerId: owner.person.id,
    dueOn: formatDay(day + 42),
    idempotencyKey: key(),
  });
  if (role === 'team-manager' || !random.chance(0.6) || day + 30 > loading.today) return;
  await calls(loading, day + 28, 'team-manager').audits.stepAction({
    actionId,
    baseVersion: 1,
    event: 'show',
    text: 'On the agenda of the team; the last four records show it.',
    idempotencyKey: key(),
  });
  await audits.stepAction({ actionId, baseVersion: 2, event: 'close', text: '', idempotencyKey: key() });
}

async function praise(loading: Loading, itemId: string, role: CastMember['role'], day: Day): Promise<void> {
  await calls(loading, day, role).audits.addLearning({
    itemId,
    kind: 'good-practice',
    says: 'Each record begins with what the worker brought, and ends with what the child will notice.',
    idempotencyKey: key(),
  });
}

/** Second grades where they are wanted, by somebody who may give them, and an agreed grade for each. */
async function moderate(loading: Loading, auditId: string, on: Day): Promise<void> {
  const { files } = await calls(loading, on).audits.get({ auditId });
  for (const [at, file] of files.filter(({ second }) => second !== null).entries()) {
    // The page keeps the first grade back from whoever plans: its auditor knows it.
    const auditor = await roleOf(loading, on, file.auditor?.id ?? '');
    const first = (await calls(loading, on, auditor).audits.file({ itemId: file.id })).made?.overall ?? 3;
    const role = await moderatorFor(loading, auditId, file.id, { on, first });
    if (role === null) continue;
    const { audits } = calls(loading, on, role);
    const me = await calls(loading, on, role).me.get();
    const { version, id: itemId } =
      (await calls(loading, on).audits.get({ auditId })).files.find(({ id }) => id === file.id) ?? file;
    await calls(loading, on).audits.nameSecondGrader({
      itemId,
      baseVersion: version,
      moderatorId: me.person.id,
      idempotencyKey: key(),
    });
    const overall = near(first, loading.random.split(`second/${at}`));
    await audits.gradeSecond({ itemId, overall, because: 'From the same six records.', idempotencyKey: key() });
    await audits.agreeOnGrade({
      itemId,
      grade: overall,
      because: 'Talked through with the descriptions of the grades at hand.',
      idempotencyKey: key(),
    });
  }
}

/** Somebody who may give the second grade blind; the service manager answered for the inadequate files, and knows them. */
async function moderatorFor(
  loading: Loading,
  auditId: string,
  itemId: string,
  { on, first }: { readonly on: Day; readonly first: Grade },
): Promise<(typeof MODERATORS)[number] | null> {
  const auditors = await calls(loading, on).audits.auditors({ auditId, text: null });
  const { files } = await calls(loading, on).audits.get({ auditId });
  const auditor = files.find(({ id }) => id === itemId)?.auditor?.id;
  for (const role of MODERATORS) {
    if (role === 'service-manager' && first === 1) continue;
    const { person } = await calls(loading, on, role).me.get();
    const row = auditors.find(({ id }) => id === person.id);
    if (person.id !== auditor && row !== undefined && row.mayNot[itemId] === undefined) return role;
  }
  return null;
}

/** A team manager's own checks of two people of their line. */
async function ownChecks(loading: Loading, made: MadeTool, on: Day): Promise<void> {
  const auditId = await plan(loading, made, { from: on, days: 30, title: 'Record checks in own teams', size: 0 });
  const planning = calls(loading, on).audits;
  const manager = calls(loading, on, 'team-manager');
  const [, ...people] = (await manager.team.view({ team: null, on: null, knownOn: null })).people;
  const ids = people.slice(0, 2).map(({ person }) => person.id);
  if (ids.length === 0) return;
  await planning.pick({ auditId, baseVersion: 1, ids, idempotencyKey: key() });
  const { person } = await manager.me.get();
  await planning.shareOut({ auditId, auditorIds: [person.id], idempotencyKey: key() });
  await planner(loading, on).open(auditId);
}

async function planned(loading: Loading, made: MadeTool, from: Day): Promise<void> {
  await plan(loading, made, { from, days: 45, title: 'Case supervision on child protection', size: 30 }, loading.today);
}
