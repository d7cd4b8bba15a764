import { type ReactElement } from 'react';
import { Text } from '@mantine/core';
import type { ComputedRule } from '@plumbline/domain/audits';
import { capitalised } from '@plumbline/analytics/wording';
import { TextLink } from '../../../parts/link/text-link.tsx';
import css from './audit-tools.module.css';

interface ComputedListProps {
  readonly computed: readonly ComputedRule[];
  /** Whether each leads to its rule; on paper it does not. */
  readonly isLinked: boolean;
}

/** What rules say whose answer is worked out from records, each with its clause. */
export function ComputedList({ computed, isLinked }: ComputedListProps): ReactElement {
  return (
    <ul className={css['plainList']}>
      {computed.map(({ rule, clause, says }) => (
        <li key={rule}>
          <Text>{says}</Text>
          <Text size="sm" c="dimmed">
            {isLinked ? (
              <TextLink to="/policy/rule" search={{ id: rule }}>
                {capitalised(clause)}, rule {rule}
              </TextLink>
            ) : (
              capitalised(clause)
            )}
          </Text>
        </li>
      ))}
    </ul>
  );
}
