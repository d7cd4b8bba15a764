import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMe } from '../../../app/session/me.tsx';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import type { ActionRow } from '../model/outputs.ts';
import { actionStanding, STEP_WORDS } from '../model/step-words.ts';
import type { OpenStep, StepControl } from './use-step.ts';
import css from './actions.module.css';

/** Somebody took a step first, or the first try did reach the server: how the action stands now is shown beside what was typed. */
const STALE: readonly string[] = ['out-of-date', 'wrong-state', 'sent-before'];

interface StepFormProps {
  readonly action: ActionRow;
  readonly step: OpenStep;
  readonly control: StepControl;
}

/** Takes an action one step on: what shows it, or why. */
export function StepForm({ action, step, control }: StepFormProps): ReactElement {
  const formId = useId();
  const words = STEP_WORDS[step.event];
  const [tries, setTries] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const isMissing = words.isRequired && step.text.trim() === '';
  const problems = tries > 0 && isMissing ? [{ entry: 'text', message: words.missing }] : [];
  const { refusal, isTaking } = control;
  const isStale = refusal !== null && STALE.includes(refusal.kind);
  // The focus belongs to the browser: whoever opens a step goes on by typing.
  useEffect(() => field.current?.focus(), []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTries(tries + 1);
    if (!isMissing) control.take(step.baseVersion);
  }

  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="sm" className={css['form'] ?? ''}>
        <ErrorSummary formId={formId} problems={problems} tries={tries} />
        {refusal !== null && !isStale && <RefusalNotice refusal={refusal} />}
        {isStale && <Changed action={action} step={step} control={control} />}
        <Textarea
          ref={field}
          id={fieldId(formId, 'text')}
          label={words.field}
          description={words.help}
          autosize
          minRows={2}
          maxLength={4000}
          required={words.isRequired}
          withAsterisk={false}
          value={step.text}
          error={problemOfEntry(problems, 'text')}
          onChange={(event) => control.type(event.currentTarget.value)}
        />
        <Group gap="sm">
          {!isStale && (
            <Button type="submit" loading={isTaking}>
              {words.take}
            </Button>
          )}
          <Button variant="default" onClick={control.close}>
            Leave it
          </Button>
        </Group>
      </Stack>
    </PlainForm>
  );
}

/** How the action stands now, and whether the step is still open. */
function Changed({ action, step, control }: StepFormProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const { today } = useMe();
  const { words, detail } = actionStanding(action, today);
  const last = action.said.at(-1);
  const isStill = action.may.includes(step.event);
  // The focus belongs to the browser.
  useEffect(() => box.current?.focus(), []);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      variant="light"
      color="var(--pl-status-overdue)"
      title="This action changed while you had it open"
    >
      <Stack gap="xs" align="flex-start">
        <Text>
          It now stands as “{words}
          {detail === '' ? '' : `, ${detail}`}”. Nothing was overwritten.
        </Text>
        {last !== undefined && (
          <Text>
            {last.by} said: {last.text}
          </Text>
        )}
        {isStill ? (
          <Button variant="default" loading={control.isTaking} onClick={() => control.take(action.version)}>
            {STEP_WORDS[step.event].take} all the same
          </Button>
        ) : (
          <Text>This step can no longer be taken. What you typed stays below, so that you can copy it.</Text>
        )}
      </Stack>
    </Alert>
  );
}
