import { publishGrades } from '@plumbline/analytics/audits';
import { auditFigure, constructOf } from '@plumbline/analytics/impact';
import type { OverviewSource } from '@plumbline/analytics/overview';
import type { CouncilTransaction } from '@plumbline/database';
import { auditedBetween } from '../audits/board/audited-rows.ts';

/** Part of the policy that says how good a session is: reflective, challenging, of use. */
const QUALITY = 'quality';

/**
 * What audits drawn at random found in a stretch of whole months: their grades as somebody may see them who may open none of them, since
 * the page hangs where anybody passes, and their answers about how good sessions are.
 */
export async function auditsOf(
  tx: CouncilTransaction,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<OverviewSource['audits']> {
  const { rows, questions } = await auditedBetween(tx, from, to);
  const random = rows.filter(({ basis }) => basis === 'random');
  const [table] = publishGrades(random, { by: ['kind'], basis: 'random', mayOpen: () => false });
  const areas = new Map([...questions].map(([id, { area }]) => [id, constructOf(area)]));
  const grades = table?.total ?? { state: 'too-few' as const, completed: random.length };
  return { from, to, grades, quality: auditFigure(random, QUALITY, areas) };
}
