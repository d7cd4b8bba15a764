import { type ReactElement } from 'react';
import { Title } from '@mantine/core';
import type { FactRow } from '@plumbline/analytics/compliance';
import { prepareFact } from '@plumbline/analytics/prepare';
import css from './subject.module.css';

/** What is recorded about somebody and who said so: the facts that everything above is reckoned from. */
export function RecordedFacts({ facts }: { readonly facts: readonly FactRow[] }): ReactElement | null {
  if (facts.length === 0) return null;
  const prepared = facts.map(prepareFact);
  const kinds = [...new Set(prepared.map((fact) => fact.kindTitle))];
  return (
    <section className={css['facts']}>
      <Title order={2} mb="xs">
        What is recorded
      </Title>
      {kinds.map((kind) => (
        <details key={kind} className={css['fact']}>
          <summary>
            {kind} ({prepared.filter((fact) => fact.kindTitle === kind).length})
          </summary>
          {prepared
            .filter((fact) => fact.kindTitle === kind)
            .map((fact) => (
              <div key={fact.id}>
                <dl>
                  {fact.values.map(({ label, value }) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
                <p className={css['source']}>{fact.source}</p>
              </div>
            ))}
        </details>
      ))}
    </section>
  );
}
