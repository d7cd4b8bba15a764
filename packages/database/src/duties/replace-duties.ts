import type { PolicyTimeline } from '@plumbline/domain/rules';
import type { Facts } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';
import { loadFacts } from '../facts/load-facts.ts';
import { DUTY_COLUMNS, fromStored, RESPONSIBILITY_COLUMNS, type DutyRow, type ResponsibilityRow } from './duty-row.ts';

/** What duties are made by: the policy's versions, and the day up to which those that open by the calendar are made. */
export interface Making {
  readonly timeline: PolicyTimeline;
  readonly salt: string;
  readonly openUntil: string;
}

export interface SubjectsToAssess {
  readonly persons: readonly string[];
  readonly children: readonly string[];
}

/** What is stored of some subjects: their facts with all context, and the duties and responsibilities made of them before. */
export interface Stored {
  readonly subjects: SubjectsToAssess;
  readonly facts: Facts;
  readonly duties: readonly DutyRow[];
  readonly responsibilities: readonly ResponsibilityRow[];
}

const DUTY_LIST = DUTY_COLUMNS.join(', ');
const RESPONSIBILITY_LIST = RESPONSIBILITY_COLUMNS.join(', ');

/** Reads everything that assessing some subjects again needs. */
export async function loadStored(tx: CouncilTransaction, subjects: SubjectsToAssess): Promise<Stored> {
  const [facts, duties, responsibilities] = await Promise.all([
    loadFacts(tx, subjects, { isForDuties: true }),
    readDuties(tx, subjects),
    readResponsibilities(tx, subjects),
  ]);
  return { subjects, facts, duties, responsibilities };
}

async function readDuties(tx: CouncilTransaction, subjects: SubjectsToAssess): Promise<DutyRow[]> {
  const rows = await tx.sql.unsafe<DutyRow[]>(
    `select ${DUTY_LIST} from duty where council_id = $1 and about_kind = 'person' and about_ref = any($2)
     union all select ${DUTY_LIST} from duty where council_id = $1 and about_kind = 'child' and about_ref = any($3)`,
    [tx.councilId, [...subjects.persons], [...subjects.children]],
    { prepare: true },
  );
  return rows.map(fromStored);
}

async function readResponsibilities(tx: CouncilTransaction, subjects: SubjectsToAssess): Promise<ResponsibilityRow[]> {
  return await tx.sql.unsafe<ResponsibilityRow[]>(
    `select ${RESPONSIBILITY_LIST} from responsibility where council_id = $1 and kind = 'person' and ref = any($2)
     union all select ${RESPONSIBILITY_LIST} from responsibility where council_id = $1 and kind = 'child' and ref = any($3)`,
    [tx.councilId, [...subjects.persons], [...subjects.children]],
    { prepare: true },
  );
}
