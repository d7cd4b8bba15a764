import type { BoxObstacle } from '@plumbline/domain/surveys';
import type { BoxDatabase } from './open-box.ts';

/**
 * What the database is set to do that would keep times or copies of answers from the days of a round: such a round cannot
 * promise what staff are told, and is not opened.
 */
export async function boxObstacles(db: BoxDatabase): Promise<BoxObstacle[]> {
  const [found] = await db.sql<Record<BoxObstacle, boolean>[]>`
    select current_setting('track_commit_timestamp') <> 'off' as "commit-times",
           current_setting('archive_mode') <> 'off' as "log-archive",
           exists (select from pg_replication_slots) as "log-followers",
           current_setting('log_statement') in ('mod', 'all') or current_setting('log_duration') <> 'off'
             or current_setting('log_min_duration_statement') <> '-1' or current_setting('log_min_duration_sample') <> '-1'
             or current_setting('log_transaction_sample_rate') <> '0' as "statements-logged",
           current_setting('log_parameter_max_length_on_error') <> '0' as "parameters-logged",
           exists (select from pg_extension where extname in ('pg_stat_statements', 'pgaudit')) as "statements-kept"`;
  return found === undefined ? [] : (Object.keys(found) as BoxObstacle[]).filter((name) => found[name]);
}
