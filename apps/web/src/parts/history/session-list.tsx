import { useState, type ReactElement } from 'react';
import { Button, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { SessionRow } from '@plumbline/analytics/compliance';
import { dateInWords, dateOfInstant, dateWithWeekday, sessionKindLabel, sessionStatusLabel } from '@plumbline/analytics/wording';
import { keepDay } from '../as-of/keep-day.ts';
import css from './session-list.module.css';

const SHORT = 8;

/** The log of one person or child, newest first, with the children discussed and whether they are on the file. */
export function SessionList({ sessions }: { readonly sessions: readonly SessionRow[] }): ReactElement {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? sessions : sessions.slice(0, SHORT);
  return (
    <section>
      <Title order={2} mb="xs">
        Supervision log
      </Title>
      {sessions.length === 0 && <Text c="dimmed">No supervision has been logged yet.</Text>}
      <ol className={css['list']}>
        {shown.map((session) => (
          <SessionItem key={session.id} session={session} />
        ))}
      </ol>
      {shown.length < sessions.length && (
        <Button variant="subtle" mt="xs" onClick={() => setWhole(true)}>
          Show {sessions.length - shown.length} earlier
        </Button>
      )}
    </section>
  );
}

function SessionItem({ session }: { readonly session: SessionRow }): ReactElement {
  const facts = [
    sessionKindLabel(session.kind),
    ...(session.minutes === null ? [] : [`${session.minutes} minutes`]),
    `with ${session.supervisor.name}`,
    ...(session.fromAudit === true ? ['from a completed audit'] : []),
    ...(session.reason === null ? [] : [`reason: ${session.reason}`]),
    ...(session.rearrangedFor === null ? [] : [`rearranged for ${dateInWords(session.rearrangedFor)}`]),
    ...(session.recordSharedAt === null ? [] : [`record shared ${dateInWords(dateOfInstant(session.recordSharedAt))}`]),
  ];
  return (
    <li className={css['item']} data-status={session.status}>
      <Link to="/supervisions/$sessionId" params={{ sessionId: session.id }} className={css['date']}>
        {dateWithWeekday(dateOfInstant(session.startedAt ?? session.plannedStartAt))}
      </Link>
      <span className={css['status']}>{sessionStatusLabel(session.status)}</span>
      <span className={css['facts']}>{facts.join(' · ')}</span>
      {session.children.length > 0 && (
        <ul className={css['children']} aria-label="Children discussed">
          {session.children.map((entry) => (
            <li key={entry.id} data-filed={entry.filedAt !== null || undefined}>
              <Link to="/children/$subjectId" params={{ subjectId: entry.child.id }} search={keepDay}>
                {entry.child.label}
              </Link>
              {entry.filedAt === null ? ' said to be discussed, not yet on the file' : ' on the file'}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
