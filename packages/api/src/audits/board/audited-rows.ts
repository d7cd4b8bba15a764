import type { AskedQuestion, AuditedRow } from '@plumbline/analytics/audits';
import {
  listAudits,
  listCompletedItems,
  listSecondGrades,
  listToolVersions,
  type AuditItem,
  type CouncilTransaction,
  type SecondGrade,
  type StoredAudit,
} from '@plumbline/database';
import type { Grade } from '@plumbline/domain/audits';
import { factsNaming } from '../../access/facts-naming.ts';
import { importedRows } from './imported-rows.ts';

/** Before any audit that can be planned. */
const EVER = '1900-01-01';
const FOR_EVER = '2999-12-31';

export interface Audited {
  /** As anybody may count them: of a file that waits for its blind second grade nothing but that it was completed. */
  readonly rows: readonly AuditedRow[];
  /** With the first grades of those that wait, for whoever may open them. */
  readonly whole: readonly AuditedRow[];
  /** Every file of a row that lies here, by its id. */
  readonly items: ReadonlyMap<string, AuditItem>;
  readonly audits: ReadonlyMap<string, StoredAudit>;
  readonly questions: ReadonlyMap<string, AskedQuestion>;
  /** Files that wait for a blind second grade, with who was named to give it. */
  readonly waiting: ReadonlyMap<string, string | null>;
}

/** Everything that was completed between two days, here or elsewhere, as figures are made of it. */
export async function auditedBetween(tx: CouncilTransaction, from: string, to: string): Promise<Audited> {
  const items = await listCompletedItems(tx, from, to);
  const audits = new Map((await listAudits(tx, EVER, FOR_EVER)).map((audit) => [audit.id, audit]));
  const second = new Map((await listSecondGrades(tx, { from, to })).map((one) => [one.itemId, one]));
  const services = new Map((await factsNaming(tx, 'team')).map(({ team, service }) => [team, service]));
  const here = items.flatMap((item) => {
    const audit = audits.get(item.auditId);
    return audit === undefined ? [] : [rowOf(item, audit, second.get(item.id) ?? null, services.get(item.team) ?? '')];
  });
  const imported = await importedRows(tx, from, to, services);
  const whole = [...here, ...imported.rows];
  const waiting = new Map(
    [...second.values()].filter(({ state }) => state === 'waiting').map(({ itemId, moderator }) => [itemId, moderator]),
  );
  return {
    rows: whole.map((row) => (waiting.has(row.itemId) ? withoutGrades(row) : row)),
    whole,
    items: new Map(items.map((item) => [item.id, item])),
    audits,
    questions: new Map([...imported.questions, ...(await askedQuestions(tx))]),
    waiting,
  };
}

/** That it was completed, and nothing of what was found: until a blind second grade is given, the first stands in no figure. */
export function withoutGrades(row: AuditedRow): AuditedRow {
  return { ...row, overall: null, second: null, agreed: null, answers: {} };
}

function rowOf(item: AuditItem, audit: StoredAudit, second: SecondGrade | null, service: string): AuditedRow {
  const { id: itemId, auditId, person, team, auditor, completedOn, overall, answers } = item;
  const { kind, basis, toolId, toolNumber } = audit;
  return {
    auditId,
    itemId,
    kind,
    basis,
    isImported: false,
    person,
    team,
    service,
    auditor: auditor ?? '',
    completedOn: completedOn ?? '',
    overall,
    second: second === null || second.overall === null ? null : { basis: second.basis, overall: second.overall as Grade },
    agreed: second?.agreed ?? null,
    toolId,
    toolNumber,
    answers: answers ?? {},
  };
}

/** Every question that was ever published, as the latest version has it. */
async function askedQuestions(tx: CouncilTransaction): Promise<Map<string, AskedQuestion>> {
  const asked = new Map<string, AskedQuestion>();
  for (const { content } of await listToolVersions(tx, null))
    for (const { id, area, asks } of content.questions) if (!asked.has(id)) asked.set(id, { area, asks });
  return asked;
}
