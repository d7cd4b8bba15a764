import { useMemo, type ReactElement } from 'react';
import { Text } from '@mantine/core';
import { prepareFact } from '@plumbline/analytics/prepare';
import { factPlace } from '../model/evidence-words.ts';
import type { Evidence } from '../model/outputs.ts';
import css from './audit-files.module.css';

/** Documents and other recorded facts, by kind, with who said so. */
export function EvidenceFacts({ facts }: Pick<Evidence, 'facts'>): ReactElement {
  const kinds = useMemo(() => {
    const sorted = facts.toSorted((a, b) => factPlace(a.kind) - factPlace(b.kind));
    return [...Map.groupBy(sorted.map(prepareFact), ({ kindTitle }) => kindTitle)];
  }, [facts]);
  if (kinds.length === 0) return <Text c="dimmed">Nothing is recorded here.</Text>;
  return (
    <>
      {kinds.map(([title, ofKind]) => (
        <details key={title} className={css['line']}>
          <summary>
            {title} ({ofKind.length})
          </summary>
          {ofKind.map(({ id, values, source }) => (
            <div key={id} className={css['fact']}>
              <dl>
                {values.map(({ label, value }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
              <p className={css['quiet']}>{source}</p>
            </div>
          ))}
        </details>
      ))}
    </>
  );
}
