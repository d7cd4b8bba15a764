import { useState, type ReactElement } from 'react';
import { Alert, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { instantInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import type { AlertRaised, AuditFile } from '../model/outputs.ts';
import css from './completed.module.css';
import { needed, SmallForm } from './small-form.tsx';
import { useKey } from './use-done.tsx';

interface AlertPanelProps {
  readonly file: AuditFile;
  readonly alert: AlertRaised;
  readonly onDone: (says: string) => Promise<void>;
}

/** An inadequate file: who says by when what was done at once, and what they said. */
export function AlertPanel({ file, alert, onDone }: AlertPanelProps): ReactElement {
  const me = useMe();
  const isMine = alert.responder.id === me.person.id;
  const isOpen = alert.answeredAt === null;
  const who = isMine ? 'You say' : `${alert.responder.name} says`;
  return (
    <section aria-label="Graded inadequate">
      {isOpen ? (
        <Alert variant="light" color="var(--pl-status-overdue)" title="Graded inadequate, so something is done today">
          <Text mb={alert.mayAnswer ? 'sm' : 0}>
            {who} what was done at once, by {instantInWords(alert.respondBy)}.{askedBeforeInWords(alert)}
          </Text>
          {alert.mayAnswer && (
            <AnswerAlert itemId={file.id} onDone={() => onDone('Kept. The auditor and whoever plans audits can read it.')} />
          )}
        </Alert>
      ) : (
        <>
          <h2>What was done at once</h2>
          <p className={css['quiet']}>
            {alert.answeredBy?.name}, {instantInWords(alert.answeredAt ?? '')}. It was wanted by {instantInWords(alert.respondBy)}
            .{askedBeforeInWords(alert)}
          </p>
          <p className={css['written']}>{alert.says}</p>
        </>
      )}
    </section>
  );
}

/** Who was asked before somebody else was named for the audit. */
function askedBeforeInWords({ askedBefore }: AlertRaised): string {
  if (askedBefore.length === 0) return '';
  const before = askedBefore.map(({ who, until }) => `${who.name} until ${instantInWords(until)}`);
  return ` Asked before: ${before.join('; ')}.`;
}

function AnswerAlert({ itemId, onDone }: { readonly itemId: string; readonly onDone: () => Promise<void> }): ReactElement {
  const trpc = useTRPC();
  const { keyFor } = useKey();
  const [says, setSays] = useState('');
  const answer = useMutation(trpc.audits.answerAlert.mutationOptions({ onSuccess: onDone }));
  return (
    <SmallForm
      formId="alert"
      check={() => needed('says', says, 'Say what was done at once, or who is doing it now.')}
      onSend={() => answer.mutate({ itemId, says, idempotencyKey: keyFor(says) })}
      isSending={answer.isPending}
      error={answer.error}
      button="Keep what was done"
    >
      {(field) => (
        <Textarea
          {...field('says')}
          label="What was done at once"
          description="For the person, for the children whom it touches, and who looks after it from here. No names of children or families."
          autosize
          minRows={3}
          maxLength={4000}
          value={says}
          onChange={(event) => setSays(event.currentTarget.value)}
        />
      )}
    </SmallForm>
  );
}
