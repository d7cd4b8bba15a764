import { randomUUID } from 'node:crypto';
import { inCouncil, keepMembership } from '@plumbline/database';
import type { Role } from '@plumbline/domain/access';
import type { AuditReturn, AuditTool, Grade } from '@plumbline/domain/audits';
import type { FactKindName, AnyFact } from '@plumbline/domain/facts';
import { openOffice, TODAY, type TestOffice } from './_council.ts';

const FROM = '2021-01-04';

/** Who signs in, and as what. PSW answers for the whole council; HEAD for the service North; LEAD and OTHER for a team each. */
export const PEOPLE = {
  PSW: 'principal-social-worker',
  HEAD: 'service-manager',
  LEAD: 'team-manager',
  OTHER: 'team-manager',
  FAR: 'team-manager',
  ADMIN: 'administrator',
} as const satisfies Record<string, Role>;
export type Somebody = keyof typeof PEOPLE;

/** Workers: W1 to W8 in LEAD's team, V1 to V4 in OTHER's, both of the service North; U1 to U4 in FAR's, of the service South. */
export const WORKERS = {
  ONE: ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8'],
  TWO: ['V1', 'V2', 'V3', 'V4'],
  THREE: ['U1', 'U2', 'U3', 'U4'],
};

const MANAGER: Readonly<Record<keyof typeof WORKERS, Somebody>> = { ONE: 'LEAD', TWO: 'OTHER', THREE: 'FAR' };

function facts(): Partial<Record<FactKindName, readonly AnyFact[]>> {
  const teams = Object.keys(WORKERS) as (keyof typeof WORKERS)[];
  const everybody = [...Object.keys(PEOPLE), ...teams.flatMap((team) => WORKERS[team])];
  const post = (person: string, team: string, role: string, lineManager: string | null) => ({
    person,
    post: `P-${person}`,
    from: FROM,
    role,
    team,
    lineManager,
    fullTimeEquivalent: 1,
  });
  return {
    team: teams.map((team) => ({ team, name: `Team ${team}`, service: team === 'THREE' ? 'South' : 'North' })),
    person: everybody.map((person) => ({ person, name: `Name ${person}`, employedFrom: FROM })),
    post: [
      post('HEAD', 'ONE', 'service-manager', null),
      ...teams.flatMap((team) => [
        post(MANAGER[team], team, 'team-manager', team === 'THREE' ? null : 'HEAD'),
        ...WORKERS[team].map((person) => post(person, team, 'social-worker', MANAGER[team])),
      ]),
    ],
    'supervision-pair': teams.flatMap((team) =>
      WORKERS[team].map((supervisee) => ({ supervisee, supervisor: MANAGER[team], capacity: 'designated', from: FROM })),
    ),
    child: [
      { child: 'C-1', openedOn: '2026-01-05' },
      { child: 'C-2', openedOn: '2026-01-05' },
    ],
    allocation: [
      { child: 'C-1', worker: 'W1', allocatedAt: '2026-01-05T09:00Z' },
      { child: 'C-2', worker: 'U1', allocatedAt: '2026-01-05T09:00Z' },
    ],
  };
}

export interface AuditOffice extends TestOffice {
  call(who: Somebody): ReturnType<TestOffice['as']>;
  idOf(person: string): Promise<string>;
  /** What a query finds, or changes, among the rows of the council. */
  stored<Row>(query: string): Promise<Row[]>;
}

/** A council with three teams in two services, in which audits can be done. */
export async function openAuditOffice(): Promise<AuditOffice> {
  const office = await openOffice(facts());
  await inCouncil(office.test.db, office.council, async (tx) => {
    for (const [person, role] of Object.entries(PEOPLE))
      await keepMembership(tx, { userId: randomUUID(), person, roles: [role], fromOn: FROM, toOn: null });
  });
  return {
    ...office,
    call: (who) => office.as(who, PEOPLE[who]),
    idOf: async (person) => (await office.ids('person', person))[0] ?? '',
    stored: <Row>(query: string) =>
      inCouncil(office.test.db, office.council, async (tx) => (await tx.sql.unsafe(query)) as unknown as Row[]),
  };
}

export const key = (): string => randomUUID();

/** A published tool of a kind, with its content. */
export async function toolOf(
  office: AuditOffice,
  audit: 'supervision-file' | 'record-check' | 'observation' = 'supervision-file',
): Promise<{ id: string; content: AuditTool }> {
  const { auditTools } = office.call('PSW');
  const from = { kind: 'policy' as const, audit, about: 'person' as const };
  const { toolId } = await auditTools.start({ from, title: 'Files', idempotencyKey: key() });
  const { draft, version } = await auditTools.get({ toolId });
  await auditTools.publish({ toolId, baseVersion: version, idempotencyKey: key() });
  return { id: toolId, content: draft };
}

export interface Planning {
  readonly size?: number;
  readonly reserves?: number;
  readonly teams?: readonly string[];
  readonly basis?: 'random' | 'targeted';
}

/** An audit in the programme. HEAD responds. */
export async function plan(office: AuditOffice, toolId: string, planning: Planning = {}): Promise<string> {
  const { size = 6, reserves = 2, teams = [], basis = 'random' } = planning;
  const made = await office.call('PSW').audits.plan({
    toolId,
    toolNumber: 1,
    basis,
    title: 'Files of the summer',
    startsOn: TODAY,
    dueOn: '2026-08-31',
    teams: [...teams],
    leadId: await office.idOf('PSW'),
    responderId: await office.idOf('HEAD'),
    size,
    reserves,
    idempotencyKey: key(),
  });
  return made.auditId;
}

/** One file of a person, picked, given to an auditor and open. */
export async function openFile(
  office: AuditOffice,
  toolId: string,
  { person, auditor }: { readonly person: string; readonly auditor: Somebody },
): Promise<string> {
  const { audits } = office.call('PSW');
  const auditId = await plan(office, toolId, { basis: 'targeted', size: 0, reserves: 0 });
  await audits.pick({ auditId, baseVersion: 1, ids: [await office.idOf(person)], idempotencyKey: key() });
  const [file] = (await audits.get({ auditId })).files;
  if (file === undefined) throw new Error('Nothing was picked.');
  await audits.assign({
    itemId: file.id,
    baseVersion: file.version,
    auditorId: await office.idOf(auditor),
    idempotencyKey: key(),
  });
  const { version } = await audits.get({ auditId });
  await audits.move({ auditId, baseVersion: version, event: 'open', idempotencyKey: key() });
  return file.id;
}

/** An audit from which nothing is missing, with this overall grade and these words in it. */
export function whole({ questions }: AuditTool, overall: Grade, words = 'Seen in six records.'): AuditReturn {
  const answers = questions.map(({ id, answeredBy }) => {
    const value = answeredBy === 'grade' ? overall : answeredBy === 'yes-no' ? ('yes' as const) : null;
    return [id, { value, note: words }] as const;
  });
  return {
    format: 1,
    answers: Object.fromEntries(answers),
    strengths: [words],
    toImprove: [],
    overall,
    overallBecause: words,
    limitBecause: '',
    recordReference: '',
  };
}

/** Written and completed by its auditor. */
export async function complete(
  office: AuditOffice,
  itemId: string,
  auditor: Somebody,
  made: AuditReturn,
): Promise<{ version: number; isRaised: boolean; getsSecondGrade: boolean }> {
  const { audits } = office.call(auditor);
  const { version } = await audits.file({ itemId });
  const saved = await audits.saveFile({ itemId, baseVersion: version, made, idempotencyKey: key() });
  return await audits.completeFile({ itemId, baseVersion: saved.version, idempotencyKey: key() });
}
