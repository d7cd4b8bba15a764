import { useState, type ReactElement } from 'react';
import { Button, List, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { dateInWords, dateOfInstant, dateWithWeekday, instantInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import { DateField } from '../../../parts/form/date-field.tsx';
import { readDate, type FormProblem } from '../../../parts/form/form-problem.ts';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import type { AuditFile, SecondGrade } from '../model/outputs.ts';
import { SmallForm } from './small-form.tsx';
import { useKey } from './use-done.tsx';

interface WhatFollowsProps {
  readonly file: AuditFile;
  readonly onDone: (says: string) => Promise<void>;
}

/** For whoever completed an audit: what happens now, the talk about it, and the way back while there is one. */
export function WhatFollows({ file, onDone }: WhatFollowsProps): ReactElement {
  const me = useMe();
  const { alert, second, worker } = file;
  const name = worker?.name ?? 'whoever’s practice it is';
  return (
    <section aria-labelledby="follows">
      <h2 id="follows">What follows</h2>
      <List spacing={4} mb="md">
        {alert !== null && (
          <List.Item>
            It was raised with {alert.responder.name}, who says what was done at once by {instantInWords(alert.respondBy)}.
          </List.Item>
        )}
        {second !== null && second.state !== 'agreed' && <List.Item>{secondInWords(second)}</List.Item>}
        <List.Item>You talk it over with {name}. They read it once you have said below that you did.</List.Item>
        {file.tool.kind === 'observation' && (
          <List.Item>
            <InLog entry={file.logEntry} mayRead={me.permissions.includes('supervisions:log')} />
          </List.Item>
        )}
      </List>
      <TalkOver file={file} name={name} onDone={() => onDone(`Kept. ${name} can read the audit now.`)} />
      {file.mayTakeBack && <TakeBack file={file} onDone={onDone} />}
    </section>
  );
}

interface InLogProps {
  readonly entry: AuditFile['logEntry'];
  readonly mayRead: boolean;
}

/** A completed observation stands in the supervision log, where rules on observation read it. */
function InLog({ entry, mayRead }: InLogProps): ReactElement {
  if (entry === null) return <>The supervision log has an observation of that day already, so nothing was added to it.</>;
  const day = dateInWords(dateOfInstant(entry.at));
  return (
    <>
      It stands in the{' '}
      {mayRead ? (
        <TextLink to="/supervisions/$sessionId" params={{ sessionId: entry.id }}>
          supervision log
        </TextLink>
      ) : (
        'supervision log'
      )}{' '}
      as watched on {day}, and counts there for what the policy asks about observations.
    </>
  );
}

function secondInWords({ state, moderator }: SecondGrade): string {
  const who = moderator?.name ?? 'Somebody else';
  return state === 'waiting'
    ? `${who} grades it a second time without knowing your grade. Then you agree on one.`
    : `${who} has graded it a second time: agree on a grade.`;
}

interface TalkOverProps {
  readonly file: AuditFile;
  readonly name: string;
  readonly onDone: () => Promise<void>;
}

function TalkOver({ file, name, onDone }: TalkOverProps): ReactElement {
  const trpc = useTRPC();
  const { today } = useMe();
  const { keyFor } = useKey();
  const [on, setOn] = useState('');
  const [said, setSaid] = useState('');
  const send = useMutation(trpc.audits.feedBack.mutationOptions({ onSuccess: onDone }));
  const read = readDate('Talked over on', 'on', on, today);

  function check(): FormProblem[] {
    if (!('value' in read)) return [read];
    if (read.value > today) return [{ entry: 'on', message: '“Talked over on”: this day is still to come.' }];
    const { completedOn } = file;
    return completedOn !== null && read.value < completedOn
      ? [{ entry: 'on', message: `“Talked over on”: the audit was completed later, on ${dateWithWeekday(completedOn)}.` }]
      : [];
  }

  function keep(): void {
    if (!('value' in read)) return;
    const asked = { itemId: file.id, baseVersion: file.version, on: read.value, said };
    send.mutate({ ...asked, idempotencyKey: keyFor(asked) });
  }

  return (
    <SmallForm
      formId="talk"
      check={check}
      onSend={keep}
      isSending={send.isPending}
      error={send.error}
      button="We have talked it over"
    >
      {(field) => (
        <>
          <DateField {...field('on')} label="Talked over on" value={on} today={today} onChange={setOn} />
          <Textarea
            {...field('said')}
            label={`What ${name} said of it`}
            description="In their own words where you can. They read it too."
            autosize
            minRows={3}
            maxLength={6000}
            value={said}
            onChange={(event) => setSaid(event.currentTarget.value)}
          />
        </>
      )}
    </SmallForm>
  );
}

function TakeBack({ file, onDone }: WhatFollowsProps): ReactElement {
  const trpc = useTRPC();
  const { keyFor } = useKey();
  const send = useMutation(
    trpc.audits.takeFileBack.mutationOptions({ onSuccess: () => onDone('It is yours to work on again.') }),
  );
  const asked = { itemId: file.id, baseVersion: file.version };
  return (
    <details style={{ marginTop: '1rem' }}>
      <summary>Something in it is not right yet</summary>
      <Text my="xs" className="prose">
        Take it back to work: you see the records again and complete it once more. Until then nobody else reads it.
        {file.second !== null && ' Whoever was to grade it a second time is no longer asked.'}
      </Text>
      {send.isError && <RefusalNotice refusal={refusalOf(send.error)} />}
      <Button variant="default" loading={send.isPending} onClick={() => send.mutate({ ...asked, idempotencyKey: keyFor(asked) })}>
        Take it back to work
      </Button>
    </details>
  );
}
