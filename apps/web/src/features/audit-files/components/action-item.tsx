import { useState, type ReactElement } from 'react';
import { Button, Group, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { dateInWords, type StatusKind } from '@plumbline/analytics/wording';
import type { AuditActionEvent, AuditActionState } from '@plumbline/domain/audits';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import { StatusSign } from '../../../parts/status/status-sign.tsx';
import { actionStanding, STEP_WORDS } from '../model/action-words.ts';
import type { AuditAction } from '../model/outputs.ts';
import css from './completed.module.css';
import { needed, SmallForm } from './small-form.tsx';
import { useKey } from './use-done.tsx';

interface ActionItemProps {
  readonly action: AuditAction;
  /** Whether everybody here knows that it is the reader's. */
  readonly isOwn?: boolean;
  readonly onDone: (says: string) => Promise<void>;
}

const SIGNS: Readonly<Record<AuditActionState, StatusKind>> = {
  open: 'due',
  shown: 'confirm',
  closed: 'done',
  dropped: 'not-applicable',
};

/** One action: what, who, by when, what was said of it, and the steps that the reader may take. */
export function ActionItem({ action, isOwn = false, onDone }: ActionItemProps): ReactElement {
  const { today } = useMe();
  const [step, setStep] = useState<AuditActionEvent | null>(null);
  const who = isOwn ? action.team : `${action.owner.name} · ${action.team}`;
  return (
    <li className={css['item']}>
      <p className={css['what']}>{action.what}</p>
      <p className={css['standing']} data-late={action.isOverdue || undefined}>
        <StatusSign kind={action.isOverdue ? 'overdue' : SIGNS[action.state]} />
        <span>{actionStanding(action, today)}</span>
      </p>
      <p className={css['quiet']}>
        {who} · agreed on {dateInWords(action.raisedOn)}
      </p>
      {action.said.map(({ by, on, text }) => (
        <Text key={`${on}${by}${text}`} size="sm" className={css['written'] ?? ''}>
          <span className={css['quiet']}>
            {by}, {dateInWords(on)}:
          </span>{' '}
          {text}
        </Text>
      ))}
      {step === null ? (
        action.may.length > 0 && (
          <Group gap="xs" mt="xs" className="no-print">
            {action.may.map((event) => (
              <Button
                key={event}
                id={`${stepForm(action.id, event)}-open`}
                size="compact-sm"
                variant="default"
                aria-label={`${STEP_WORDS[event].button}: ${action.what}`}
                onClick={() => setStep(event)}
              >
                {STEP_WORDS[event].button}
              </Button>
            ))}
          </Group>
        )
      ) : (
        <StepForm
          action={action}
          event={step}
          onCancel={() => setStep(null)}
          onDone={async () => {
            await onDone(STEP_WORDS[step].done);
            setStep(null);
          }}
        />
      )}
    </li>
  );
}

function stepForm(actionId: string, event: AuditActionEvent): string {
  return `step-${actionId}-${event}`;
}

interface StepFormProps {
  readonly action: AuditAction;
  readonly event: AuditActionEvent;
  readonly onCancel: () => void;
  readonly onDone: () => Promise<void>;
}

function StepForm({ action, event, onCancel, onDone }: StepFormProps): ReactElement {
  const trpc = useTRPC();
  const { keyFor } = useKey();
  const [text, setText] = useState('');
  const words = STEP_WORDS[event];
  const send = useMutation(trpc.audits.stepAction.mutationOptions({ onSuccess: onDone }));
  const asked = { actionId: action.id, baseVersion: action.version, event, text };
  return (
    <SmallForm
      formId={stepForm(action.id, event)}
      check={() => (words.isTextNeeded ? needed('text', text, words.missing) : [])}
      onSend={() => send.mutate({ ...asked, idempotencyKey: keyFor(asked) })}
      isSending={send.isPending}
      error={send.error}
      button={words.button}
      onCancel={onCancel}
    >
      {(field) => (
        <Textarea
          {...field('text')}
          label={words.label}
          description={words.help}
          autosize
          minRows={2}
          maxLength={4000}
          value={text}
          onChange={(change) => setText(change.currentTarget.value)}
        />
      )}
    </SmallForm>
  );
}
