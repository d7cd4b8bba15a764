import { baseInWords, comparePolicies, rowSentences } from '@plumbline/analytics/prepare';
import type { PolicyPack } from '@plumbline/domain/policy';
import { listStandardIds } from '@plumbline/policies';
import { say } from '../command.ts';

/** Policies topic by topic, each in its own units, told against the first: stricter, looser, equal, or who doesn't say. */
export function sayByTopic(base: PolicyPack, others: readonly PolicyPack[]): void {
  const names = new Map([base, ...others].map(({ id, council }) => [id, council]));
  const kind = listStandardIds().includes(base.id) ? 'standard' : 'council';
  say(`Told against ${base.council}, ${base.version}`);
  for (const topic of comparePolicies(base, others)) {
    say(`\n${topic.title}`);
    for (const row of topic.rows) {
      say(`  ${row.title}`);
      for (const sentence of rowSentences(row, (id) => names.get(id) ?? id, baseInWords({ kind, council: base.council })))
        say(`    ${sentence}`);
    }
  }
}
