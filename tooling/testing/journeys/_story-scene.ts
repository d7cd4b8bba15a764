import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCouncil } from '@plumbline/database';
import type { AuditTool, Grade } from '@plumbline/domain/audits';
import type { LocalDate } from '@plumbline/domain/calendar';
import { invitedOn, type Answers } from '@plumbline/domain/surveys';
import type { JourneyServer } from './_server.ts';
import { answerRound, callsOf, type Calls } from './_survey.ts';
import { answerAll } from './pages/audit-file-pages.ts';

type Role = keyof JourneyServer['cast'];

interface Answering {
  readonly on: LocalDate;
  readonly replies: number;
  /** By question: how many of the replies are favourable; the others are not. */
  readonly favourable: Readonly<Record<string, number>>;
  /** How many supervisions each says they had in three months, by turns. */
  readonly held: readonly number[];
}

/** So many colleagues, none of the cast, get an account, take their link and answer. Returns how many are invited in all. */
export async function answerByMany(server: JourneyServer, roundId: string, asked: Answering): Promise<number> {
  const { on, replies, favourable, held } = asked;
  const { invited } = invitedOn(server.facts(), on);
  const cast = new Set(Object.values(server.cast).map(({ personRef }) => personRef));
  const people = invited.filter(({ person }) => !cast.has(person)).slice(0, replies);
  if (people.length < replies) throw new Error(`Only ${people.length} people could answer.`);
  const council = await findCouncil(server.running.services.database, 'marlhaven');
  const roles = ['social-worker'] as const;
  await server.addAccounts(
    council?.id ?? '',
    people.map(({ person }) => ({ person, roles })),
  );
  for (const [place, { person }] of people.entries()) {
    const values = Object.fromEntries(
      Object.entries(favourable).map(([key, count]) => [key, { kind: 'choice', value: place < count ? '4' : '2' } as const]),
    );
    const had = { kind: 'number', value: held[place % held.length] ?? 0 } as const;
    const answers: Answers = { route: 'receives', values: { ...values, '3a@receives': had } };
    await answerRound(server, person.toLowerCase(), roundId, answers);
  }
  return invited.length;
}

/** Questions for a dip sample, from the policy in force. */
export async function publishDipSample(calls: Calls): Promise<void> {
  const { toolId } = await calls.mutate<{ toolId: string }>('auditTools.start', {
    from: { kind: 'policy', audit: 'dip-sample', about: 'person' },
    title: 'Dip sample',
    idempotencyKey: randomUUID(),
  });
  const { version } = await calls.query<{ version: number }>('auditTools.get', { toolId });
  await calls.mutate('auditTools.publish', { toolId, baseVersion: version, idempotencyKey: randomUUID() });
}

interface File {
  readonly id: string;
  readonly label: string;
  readonly state: string;
  readonly version: number;
  readonly auditor: { readonly id: string } | null;
  readonly second: object | null;
}

interface Auditor {
  readonly id: string;
  /** Why they may not have a file, by its id. */
  readonly mayNot: Readonly<Record<string, unknown>>;
}

interface Grading {
  readonly auditors: readonly Role[];
  /** So many files are graded "requires improvement"; all others, and the one that is left, "good". */
  readonly less: number;
}

interface Graded {
  /** The file that is left to grade. */
  readonly last: { readonly label: string; readonly auditor: Role };
  /** How many answers there are about recording, and how many of them are good or better, once the last is graded good as well. */
  readonly recording: { readonly answered: number; readonly good: number };
  /** The files that were graded "requires improvement". */
  readonly lower: ReadonlySet<string>;
}

/** The areas of a policy that are about recording. */
const RECORDING = /^(recording|signature|retention)(\/|$)/;

/** Auditors complete every file of an open audit but the last. */
export async function gradeAllButOne(server: JourneyServer, auditId: string, { auditors, less }: Grading): Promise<Graded> {
  const office = new Map<string, { readonly role: Role; readonly calls: Calls }>();
  for (const role of auditors) {
    const calls = await callsOf(server, role);
    const me = await calls.query<{ person: { id: string } }>('me.get');
    office.set(me.person.id, { role, calls });
  }
  const auditorOf = (file: File) => office.get(file.auditor?.id ?? '') ?? missing(file);
  const planner = await callsOf(server, 'principal-social-worker');
  const { files } = await planner.query<{ files: readonly File[] }>('audits.get', { auditId });
  const waiting = files.filter(({ state }) => state === 'waiting');
  const last = waiting.at(-1);
  if (last === undefined) throw new Error('The audit has no file that waits.');
  for (const [place, file] of waiting.slice(0, -1).entries())
    await complete(auditorOf(file).calls, file.id, place < less ? 2 : 3);
  const { tool } = await auditorOf(last).calls.query<{ tool: AuditTool }>('audits.file', { itemId: last.id });
  const questions = tool.questions.filter(({ area }) => RECORDING.test(area)).length;
  return {
    last: { label: last.label, auditor: auditorOf(last).role },
    recording: { answered: questions * waiting.length, good: questions * (waiting.length - less) },
    lower: new Set(waiting.slice(0, less).map(({ id }) => id)),
  };
}

const SECOND = ['service-manager', 'principal-social-worker', 'registered-manager', 'team-manager'] as const;

/** Whoever may and did not audit it gives each file that was drawn for it its second grade, which is the first one's. Returns how many. */
export async function gradeSecond(server: JourneyServer, auditId: string, lower: ReadonlySet<string>): Promise<number> {
  const planner = await callsOf(server, 'principal-social-worker');
  const { files } = await planner.query<{ files: readonly File[] }>('audits.get', { auditId });
  const drawn = files.filter(({ second }) => second !== null);
  const may = await planner.query<readonly Auditor[]>('audits.auditors', { auditId, text: null });
  for (const file of drawn) {
    const { id, calls } = await moderatorOf(server, file, may);
    const asked = { itemId: file.id, because: 'From the same records.' };
    const grade = lower.has(file.id) ? 2 : 3;
    await planner.mutate('audits.nameSecondGrader', {
      itemId: file.id,
      baseVersion: file.version,
      moderatorId: id,
      idempotencyKey: randomUUID(),
    });
    await calls.mutate('audits.gradeSecond', { ...asked, overall: grade, idempotencyKey: randomUUID() });
    await calls.mutate('audits.agreeOnGrade', { ...asked, grade, idempotencyKey: randomUUID() });
  }
  return drawn.length;
}

async function moderatorOf(
  server: JourneyServer,
  file: File,
  may: readonly Auditor[],
): Promise<{ readonly id: string; readonly calls: Calls }> {
  for (const role of SECOND) {
    const calls = await callsOf(server, role);
    const { id } = (await calls.query<{ person: { id: string } }>('me.get')).person;
    const found = may.find((one) => one.id === id);
    if (id !== file.auditor?.id && found !== undefined && found.mayNot[file.id] === undefined) return { id, calls };
  }
  throw new Error(`Nobody of the story may grade the file of ${file.label} a second time.`);
}

function missing({ label }: File): never {
  throw new Error(`The file of ${label} has no auditor of the story.`);
}

async function complete(calls: Calls, itemId: string, grade: Grade): Promise<void> {
  await answerAll(calls, itemId, grade);
  const { version } = await calls.query<{ version: number }>('audits.file', { itemId });
  await calls.mutate('audits.completeFile', { itemId, baseVersion: version, idempotencyKey: randomUUID() });
}

const COMMAND = fileURLToPath(new URL('../../../apps/server/src/cli/main.ts', import.meta.url));

/** `plumbline verify` on a pack's CSV, as somebody with the file and the database would. */
export async function verifyPack(folder: string, csv: string): Promise<{ readonly code: number; readonly said: string }> {
  const file = path.join(folder, `${randomUUID()}.csv`);
  await writeFile(file, csv);
  const words = [COMMAND, 'verify', '--council', 'marlhaven', '--pack', file];
  return await new Promise((resolve) => {
    execFile(process.execPath, words, { env: { ...process.env, PLUMBLINE_DATA: folder } }, (error, out, errors) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, said: out + errors }),
    );
  });
}
