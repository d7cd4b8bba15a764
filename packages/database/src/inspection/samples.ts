import type { LocalDate } from '@plumbline/domain/calendar';
import type { CouncilTransaction } from '../access/database.ts';
import type { SubjectRef } from '../facts/subjects.ts';

/** What inspectors asked to see: who asked, why, beside whom, of which time and until when. Nothing of any record. */
export interface InspectionSample {
  readonly id: string;
  readonly inspectorate: string;
  readonly askedBy: string;
  readonly purpose: string;
  /** Staff number of whoever was named to sit beside the inspector. */
  readonly beside: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  /** The last day on which it may be opened. */
  readonly endsOn: LocalDate;
  readonly takenBy: string;
  readonly takenAt: string;
  readonly endedBy: string | null;
  readonly endedAt: string | null;
}

export interface SampleSubject extends SubjectRef {
  readonly sampleId: string;
}

const COLUMNS = `s.id, s.inspectorate, s.asked_by as "askedBy", s.purpose, s.beside, s.from_on as "fromOn", s.to_on as "toOn", s.ends_on as "endsOn",
  s.taken_by as "takenBy", s.taken_at as "takenAt", e.ended_by as "endedBy", e.ended_at as "endedAt"`;
const FROM = `inspection_sample s left join inspection_sample_end e on e.council_id = s.council_id and e.sample_id = s.id`;

const MOST_SAMPLES = 200;

export type NewSample = Omit<InspectionSample, 'takenAt' | 'endedBy' | 'endedAt'>;

/** Keeps a sample with whom it names, in their order. It can be neither changed nor removed afterwards. */
export async function addSample(tx: CouncilTransaction, sample: NewSample, subjects: readonly SubjectRef[]): Promise<void> {
  await tx.sql`
    insert into inspection_sample (council_id, id, inspectorate, asked_by, purpose, beside, from_on, to_on, ends_on, taken_by)
    values (${tx.councilId}, ${sample.id}, ${sample.inspectorate}, ${sample.askedBy}, ${sample.purpose}, ${sample.beside},
      ${sample.fromOn}, ${sample.toOn}, ${sample.endsOn}, ${sample.takenBy})`;
  const rows = subjects.map(({ kind, ref }, place) => ({ council_id: tx.councilId, sample_id: sample.id, kind, ref, place }));
  await tx.sql`insert into inspection_sample_subject ${tx.sql(rows)}`;
}

/** Ends a sample from now on. False where that was done already. */
export async function endSample(tx: CouncilTransaction, sampleId: string, by: string): Promise<boolean> {
  const added = await tx.sql`
    insert into inspection_sample_end (council_id, sample_id, ended_by) values (${tx.councilId}, ${sampleId}, ${by}) on conflict do nothing`;
  return added.count === 1;
}

/** Samples, the latest taken up first. */
export async function listSamples(tx: CouncilTransaction): Promise<InspectionSample[]> {
  return await tx.sql<InspectionSample[]>`
    select ${tx.sql.unsafe(COLUMNS)} from ${tx.sql.unsafe(FROM)} where s.council_id = ${tx.councilId} order by s.taken_at desc limit ${MOST_SAMPLES}`;
}

/** One sample; null where there is none. With `isHeld` it cannot be ended while the transaction runs, nor opened while it is being ended. */
export async function findSample(tx: CouncilTransaction, id: string, isHeld = false): Promise<InspectionSample | null> {
  if (isHeld) await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`inspection sample ${tx.councilId} ${id}`}, 0))`;
  const [found] = await tx.sql<InspectionSample[]>`
    select ${tx.sql.unsafe(COLUMNS)} from ${tx.sql.unsafe(FROM)} where s.council_id = ${tx.councilId} and s.id = ${id}`;
  return found ?? null;
}

/** Whom some samples name, in the order in which they were asked for. */
export async function subjectsOfSamples(tx: CouncilTransaction, sampleIds: readonly string[]): Promise<SampleSubject[]> {
  return await tx.sql<SampleSubject[]>`
    select sample_id as "sampleId", kind, ref from inspection_sample_subject
     where council_id = ${tx.councilId} and sample_id = any(${[...sampleIds]}::uuid[]) order by sample_id, place`;
}
