import { useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { Button, Stack, Text, Title } from '@mantine/core';
import { leave } from '../../../app/leave/unsaved.ts';
import { useMe } from '../../../app/session/me.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { EMPTY_EVENT } from '../model/event-draft.ts';
import { byYear } from '../model/event-words.ts';
import type { EventRow, TeamOption } from '../model/outputs.ts';
import { CorrectEvent } from './correct-event.tsx';
import { DoneNotice } from './done-notice.tsx';
import { correctId, EventEntry, withdrawId } from './event-entry.tsx';
import { EventForm } from './event-form.tsx';
import { useEventChanges, type Done, type EventChanges } from './use-event-changes.ts';
import { WithdrawEvent } from './withdraw-event.tsx';
import css from './events.module.css';

/** What is open on the list: a new entry, or one that is corrected or withdrawn. */
type Doing = { readonly what: 'write' } | { readonly what: 'correct' | 'withdraw'; readonly id: string };

const WRITE_ID = 'write-event';

interface LedgerProps {
  readonly events: readonly EventRow[];
  readonly teams: readonly TeamOption[];
}

/** What every part of the list needs to be written in. */
interface Writing {
  readonly teams: readonly TeamOption[];
  readonly mayWrite: boolean;
  readonly doing: Doing | null;
  readonly changes: EventChanges;
  readonly open: (doing: Doing) => void;
  /** Closes what is open; the focus goes back to the button by which it was opened. */
  readonly close: (from: string) => void;
}

/** What else happened, the latest first; written, corrected and withdrawn where it stands. */
export function Ledger({ events, teams }: LedgerProps): ReactElement {
  const writing = useWriting(teams);
  const { changes, doing, mayWrite, open } = writing;
  return (
    <section aria-labelledby="ledger-title">
      <div className={css['row']}>
        <Title order={2} id="ledger-title">
          Events
        </Title>
        {mayWrite && doing?.what !== 'write' && (
          <Button id={WRITE_ID} className="no-print" onClick={() => open({ what: 'write' })}>
            Write down an event
          </Button>
        )}
      </div>
      <Stack gap="lg">
        {changes.lastDone !== null && <DoneNotice key={keyOf(changes.lastDone)} done={changes.lastDone} changes={changes} />}
        {doing === null && changes.error !== null && <RefusalNotice refusal={refusalOf(changes.error)} />}
        {doing?.what === 'write' && <NewEvent {...writing} />}
        {events.length === 0 && doing === null && <NothingYet mayWrite={mayWrite} />}
        {byYear(events).map(({ year, events: ofYear }) => (
          <div key={year}>
            <h3 className={css['year']}>{year}</h3>
            <ol className={css['list']}>
              {ofYear.map((event) => (
                <li key={event.id}>
                  <Entry {...writing} event={event} />
                </li>
              ))}
            </ol>
          </div>
        ))}
      </Stack>
    </section>
  );
}

function useWriting(teams: readonly TeamOption[]): Writing {
  const mayWrite = useMe().permissions.includes('events:record');
  const [doing, setDoing] = useState<Doing | null>(null);
  const changes = useEventChanges(() => setDoing(null));
  return {
    teams,
    mayWrite,
    doing,
    changes,
    open(next): void {
      leave(() => {
        changes.reset();
        setDoing(next);
      });
    },
    close(from): void {
      flushSync(() => {
        changes.reset();
        setDoing(null);
      });
      document.getElementById(from)?.focus();
    },
  };
}

/** Each thing that was done has a notice of its own, which takes the focus. */
function keyOf(done: Done): string {
  if (done.kind === 'taken-back') return done.kind;
  return done.kind === 'withdrawn' ? `${done.kind} ${done.before.id}` : `${done.kind} ${done.id} ${done.version}`;
}

function NewEvent({ teams, changes, close }: Writing): ReactElement {
  const refusal = changes.error === null ? null : refusalOf(changes.error);
  return (
    <EventForm
      title="Write down an event"
      start={EMPTY_EVENT}
      teams={teams}
      submitLabel="Save this event"
      cancelLabel="Close without saving"
      isSaving={changes.isBusy}
      refusedFields={refusal?.fields ?? {}}
      onSave={changes.write}
      onCancel={() => close(WRITE_ID)}
    >
      {refusal !== null && <RefusalNotice refusal={refusal} />}
    </EventForm>
  );
}

function Entry({ event, doing, teams, changes, mayWrite, open, close }: Writing & { readonly event: EventRow }): ReactElement {
  const { id } = event;
  const isOpen = doing !== null && doing.what !== 'write' && doing.id === id;
  if (isOpen && doing.what === 'correct')
    return <CorrectEvent event={event} teams={teams} changes={changes} onClose={() => close(correctId(id))} />;
  return (
    <>
      <EventEntry
        event={event}
        onCorrect={mayWrite && !isOpen ? () => open({ what: 'correct', id }) : null}
        onWithdraw={mayWrite && !isOpen ? () => open({ what: 'withdraw', id }) : null}
      />
      {isOpen && (
        <WithdrawEvent
          title={event.title}
          isSaving={changes.isBusy}
          onWithdraw={(because) => changes.withdraw(event, because)}
          onCancel={() => close(withdrawId(id))}
        >
          {changes.error !== null && <RefusalNotice refusal={refusalOf(changes.error)} />}
        </WithdrawEvent>
      )}
    </>
  );
}

function NothingYet({ mayWrite }: { readonly mayWrite: boolean }): ReactElement {
  return (
    <Text className="prose" c="dimmed">
      Nothing is written down yet. Training, re-organisations, inspections and other things that may explain a change stand here
      by date, and charts mark them.{' '}
      {mayWrite
        ? 'Begin with what happened in the months around your policy’s first day.'
        : 'The principal social worker and service managers write them down.'}
    </Text>
  );
}
