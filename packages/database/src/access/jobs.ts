import type { CouncilTransaction, Database } from './database.ts';

export interface Job {
  readonly id: number;
  readonly councilId: string;
  readonly principal: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly attempts: number;
}

/** Leaves work for later, on behalf of somebody, as part of the transaction. */
export async function enqueueJob(
  tx: CouncilTransaction,
  job: { readonly kind: string; readonly principal: string; readonly payload: unknown },
): Promise<void> {
  await tx.sql`select jobs.enqueue(${job.kind}, ${job.principal}, ${JSON.stringify(job.payload)}::text::jsonb)`;
}

/** Claims the next piece of work for some minutes, under the role of the jobs. Two workers never claim the same. */
export async function claimJob(jobs: Database, minutes = 15): Promise<Job | null> {
  const [claimed] = await jobs.sql<Job[]>`
    update jobs.job set claimed_until = now() + make_interval(mins => ${minutes}), attempts = attempts + 1
     where id = (select id from jobs.job where done_at is null and run_at <= now() and (claimed_until is null or claimed_until < now()) and attempts < 10
                  order by run_at, id limit 1 for update skip locked)
    returning id, council_id as "councilId", principal, kind, payload, attempts`;
  return claimed ?? null;
}

/** Marks work as done, or as failed with the kind of failure (no free text), to be tried again later. */
export async function finishJob(jobs: Database, id: number, failure: string | null = null): Promise<void> {
  if (failure === null) await jobs.sql`update jobs.job set done_at = now(), claimed_until = null where id = ${id}`;
  else
    await jobs.sql`update jobs.job set last_error = ${failure}, claimed_until = null, run_at = now() + make_interval(mins => attempts * attempts) where id = ${id}`;
}
