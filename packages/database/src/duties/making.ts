import { ENGINE_VERSION } from '@plumbline/domain/rules';
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

/** Whether anything stored was made by an engine older than this one. */
export async function isOfOlderEngine(tx: CouncilTransaction): Promise<boolean> {
  const [old] = await tx.sql`select 1 from duty where council_id = ${tx.councilId} and engine <> ${ENGINE_VERSION} limit 1`;
  return old !== undefined;
}

/** Once everything was made again: what came out as the older engine had it is this one's from now on. */
export async function noteEngine(tx: CouncilTransaction): Promise<void> {
  await tx.sql`update duty set engine = ${ENGINE_VERSION} where council_id = ${tx.councilId} and engine <> ${ENGINE_VERSION}`;
}
