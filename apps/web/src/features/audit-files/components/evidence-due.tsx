import { useState, type ReactElement } from 'react';
import { Button, Checkbox, Text } from '@mantine/core';
import { clauseInWords, dateInWords, standingInWords, statusOf } from '@plumbline/analytics/wording';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { Standing } from '../../../parts/status/standing.tsx';
import { computedInWords } from '../model/evidence-words.ts';
import type { AuditFile, Evidence } from '../model/outputs.ts';
import css from './audit-files.module.css';

const SHORT = 12;
const NOT_IN_TIME: readonly string[] = ['met-late', 'overdue', 'breached'];

interface EvidenceDueProps extends Pick<Evidence, 'history'> {
  readonly computed: AuditFile['computed'];
  readonly today: string;
}

/** What the policy asked for in the past year and what became of it: worked out, and not the auditor's to grade. */
export function EvidenceDue({ history, computed, today }: EvidenceDueProps): ReactElement {
  const [isWhole, setWhole] = useState(false);
  const [isLateOnly, setLateOnly] = useState(false);
  const chosen = isLateOnly ? history.filter(({ finding }) => NOT_IN_TIME.includes(finding)) : history;
  const shown = isWhole ? chosen : chosen.slice(0, SHORT);
  return (
    <>
      <Computed computed={computed} />
      <h3 className={css['small']}>One by one</h3>
      <Checkbox
        label="Only what was late or not met"
        mb="xs"
        checked={isLateOnly}
        onChange={(event) => setLateOnly(event.currentTarget.checked)}
      />
      {shown.length === 0 && <Text c="dimmed">{isLateOnly ? 'Nothing was late.' : 'Nothing was due in the past year.'}</Text>}
      <ol className={css['plain']}>
        {shown.map((row) => (
          <li key={row.id} className={css['line']}>
            <span className={css['lineHead']}>
              <span>{row.title}</span>
              <Standing
                status={statusOf(row, today)}
                words={standingInWords(row, today)}
                detail={row.metOn === null ? '' : `on ${dateInWords(row.metOn)}`}
              />
            </span>
            <span className={css['quiet']}>
              {clauseInWords(row.clause)}
              {row.dueOn === null ? '' : ` · due ${dateInWords(row.dueOn)}`}
            </span>
          </li>
        ))}
      </ol>
      {shown.length < chosen.length && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setWhole(true)}>
          Show {chosen.length - shown.length} earlier
        </Button>
      )}
    </>
  );
}

function Computed({ computed }: Pick<EvidenceDueProps, 'computed'>): ReactElement | null {
  if (computed.length === 0) return null;
  return (
    <>
      <h3 className={css['small']}>Worked out from the record, not graded</h3>
      <ul className={css['plain']}>
        {computed.map((rule) => (
          <li key={rule.rule} className={css['line']}>
            <span>{computedInWords(rule)}</span>
            <span className={css['quiet']}>
              {rule.says}{' '}
              <TextLink to="/policy/rule" search={{ id: rule.rule }} target="_blank" size="sm">
                {clauseInWords(rule.clause)}
              </TextLink>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
