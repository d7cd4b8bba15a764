import type { CouncilTransaction } from '../access/database.ts';

/** One time that a sample was opened: by whom, and who sat beside the inspector. */
export interface SampleOpening {
  /** Staff number. */
  readonly reader: string;
  readonly beside: string;
  /** `sample` on screen, or what was taken of it. */
  readonly what: string;
  /** ISO instant, to the minute. */
  readonly at: string;
  /** How many looks were kept then: one for each person and child named. */
  readonly looks: number;
}

/** When a sample was opened, the latest first: the looks that were kept of it, those of one moment together. */
export async function listSampleOpenings(tx: CouncilTransaction, sampleId: string): Promise<SampleOpening[]> {
  return await tx.sql<SampleOpening[]>`
    select reader, beside, what, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as at, count(*)::int as looks
      from record_read where council_id = ${tx.councilId} and sample_id = ${sampleId}
     group by record_read.at, reader, beside, what order by record_read.at desc limit 200`;
}
