import { countSignOffsSince, listAudits, listCompletedItems, type CouncilTransaction } from '@plumbline/database';
import { addMonths, formatDay, type Day } from '@plumbline/domain/calendar';

const EVER = { from: '1900-01-01', to: '2999-12-31' };

/** What was done in the past twelve months of what policies expect of a whole service, which is due of nobody. */
export interface PastYear {
  /** Files completed in audits that were planned, and in how many of those. */
  readonly files: number;
  readonly audits: number;
  /** Managers' own checks, observations among them. */
  readonly checks: number;
  readonly observations: number;
  /** Periods of which the figures were signed off. */
  readonly signed: number;
}

/** How many audits, checks and signatures there were in the twelve months up to a day, this one counted. */
export async function pastYearOf(tx: CouncilTransaction, today: Day): Promise<PastYear> {
  const since = formatDay(addMonths(today, -12) + 1);
  const audits = new Map((await listAudits(tx, EVER.from, EVER.to)).map((audit) => [audit.id, audit]));
  const items = await listCompletedItems(tx, since, formatDay(today));
  const own = items.filter(({ auditId }) => audits.get(auditId)?.basis === 'own-line');
  const planned = items.filter(({ auditId }) => audits.get(auditId)?.basis !== 'own-line');
  return {
    files: planned.length,
    audits: new Set(planned.map(({ auditId }) => auditId)).size,
    checks: own.length,
    observations: own.filter(({ auditId }) => audits.get(auditId)?.kind === 'observation').length,
    signed: await countSignOffsSince(tx, since),
  };
}
