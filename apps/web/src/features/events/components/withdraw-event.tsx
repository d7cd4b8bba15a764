import { useId, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { leave, useUnsaved } from '../../../app/leave/unsaved.ts';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { useFirstFocus } from './use-first-focus.ts';
import css from './events.module.css';

interface WithdrawEventProps {
  readonly title: string;
  readonly isSaving: boolean;
  readonly onWithdraw: (because: string) => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** Takes an event off the list, with the reason; its history keeps it. */
export function WithdrawEvent({ title, isSaving, onWithdraw, onCancel, children }: WithdrawEventProps): ReactElement {
  const formId = useId();
  const first = useFirstFocus();
  const [because, setBecause] = useState('');
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  useUnsaved(because.trim() !== '');

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (because.trim() !== '') return onWithdraw(because.trim());
    setProblems([{ entry: 'because', message: '“Why it is withdrawn” is needed: a few words.' }]);
    setTries(tries + 1);
  }

  return (
    <section className={css['form']} aria-label={`Withdraw “${title}”`}>
      <PlainForm onSubmit={submit}>
        <Stack gap="md">
          <ErrorSummary formId={formId} problems={problems} tries={tries} />
          {children}
          <TextInput
            id={fieldId(formId, 'because')}
            label="Why it is withdrawn"
            description="Its history keeps it, with your name and the reason. Charts no longer show it."
            ref={first}
            autoComplete="off"
            maxLength={500}
            value={because}
            error={problemOfEntry(problems, 'because')}
            onChange={(event) => setBecause(event.currentTarget.value)}
          />
          <Group gap="sm">
            <Button type="submit" loading={isSaving}>
              Withdraw this event
            </Button>
            <Button variant="default" onClick={() => leave(onCancel)}>
              Leave it as it is
            </Button>
          </Group>
        </Stack>
      </PlainForm>
    </section>
  );
}
