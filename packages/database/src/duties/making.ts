import type { CouncilTransaction } from '../access/database.ts';
import { findTimeline } from '../council/policies.ts';
import type { Making } from './replace-duties.ts';

/** With what the stored duties of a council are made; null before it has a policy. */
export async function makingOf(tx: CouncilTransaction): Promise<(Making & { readonly keptUntil: string | null }) | null> {
  const timeline = await findTimeline(tx);
  if (timeline === null) return null;
  const [council] = await tx.sql<{ salt: string; openUntil: string; keptUntil: string | null }[]>`
    select salt, duties_open_until as "keptUntil", coalesce(duties_open_until, (now() at time zone 'Europe/London')::date + ${DEFAULT_DAYS_AHEAD}::int) as "openUntil" from council where id = ${tx.councilId}`;
  if (council === undefined) throw new Error('There is no such council.');
  return { timeline, salt: council.salt, openUntil: council.openUntil, keptUntil: council.keptUntil };
}

/** Until the nightly job has said otherwise. */
export const DEFAULT_DAYS_AHEAD = 200;

/** Remembers up to which day duties that open by the calendar are made. */
export async function keepOpenUntil(tx: CouncilTransaction, day: string): Promise<void> {
  await tx.sql`update council set duties_open_until = ${day} where id = ${tx.councilId}`;
}
