import { useState, type ReactElement } from 'react';
import { Button, Text } from '@mantine/core';
import { dateInWords, dateOfInstant, dateWithWeekday, sessionKindLabel, sessionStatusLabel } from '@plumbline/analytics/wording';
import type { Evidence } from '../model/outputs.ts';
import css from './audit-files.module.css';

const SHORT = 10;

/** The log of supervisions, the newest first. Nothing leads further: the auditor was given this file and no other. */
export function EvidenceLog({ sessions }: Pick<Evidence, 'sessions'>): ReactElement {
  const [isWhole, setWhole] = useState(false);
  if (sessions.length === 0) return <Text c="dimmed">No supervision is logged here.</Text>;
  const shown = isWhole ? sessions : sessions.slice(0, SHORT);
  return (
    <>
      <ol className={css['plain']}>
        {shown.map((session) => (
          <LogLine key={session.id} session={session} />
        ))}
      </ol>
      {shown.length < sessions.length && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setWhole(true)}>
          Show {sessions.length - shown.length} earlier
        </Button>
      )}
    </>
  );
}

function LogLine({ session }: { readonly session: Evidence['sessions'][number] }): ReactElement {
  const { kind, status, minutes, supervisor, supervisee, reason, rearrangedFor, recordSharedAt, children } = session;
  const facts = [
    sessionKindLabel(kind),
    ...(minutes === null ? [] : [`${minutes} minutes`]),
    `${supervisee.name} with ${supervisor.name}`,
    ...(reason === null ? [] : [`reason: ${reason}`]),
    ...(rearrangedFor === null ? [] : [`rearranged for ${dateInWords(rearrangedFor)}`]),
    ...(recordSharedAt === null ? [] : [`record shared ${dateInWords(dateOfInstant(recordSharedAt))}`]),
  ];
  return (
    <li className={css['line']}>
      <span className={css['lineHead']}>
        <strong>{dateWithWeekday(dateOfInstant(session.startedAt ?? session.plannedStartAt))}</strong>
        <span>{sessionStatusLabel(status)}</span>
      </span>
      <span className={css['quiet']}>{facts.join(' · ')}</span>
      {children.map(({ id, child, filedAt }) => (
        <span key={id} className={css['quiet']}>
          {child.label}:{' '}
          {filedAt === null ? 'said to be discussed, not yet on the file' : `on the file ${dateInWords(dateOfInstant(filedAt))}`}
        </span>
      ))}
    </li>
  );
}
