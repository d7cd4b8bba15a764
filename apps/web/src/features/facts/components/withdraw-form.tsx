import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { leave, useUnsaved } from '../../../app/leave/unsaved.ts';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';

interface WithdrawFormProps {
  readonly isSaving: boolean;
  readonly onWithdraw: (because: string) => void;
  readonly onCancel: () => void;
}

/** Takes an entry out of the record, with the reason; the history keeps it. */
export function WithdrawForm({ isSaving, onWithdraw, onCancel }: WithdrawFormProps): ReactElement {
  const formId = useId();
  const [because, setBecause] = useState('');
  useUnsaved(because.trim() !== '');
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (because.trim() !== '') return onWithdraw(because.trim());
    setProblems([{ entry: 'because', message: '“Why it is withdrawn” is needed: a few words.' }]);
    setTries(tries + 1);
  }

  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="md" maw="44rem">
        <ErrorSummary formId={formId} problems={problems} tries={tries} />
        <Text>
          Withdraw what should never have been recorded. What is due is worked out again without it. The history keeps it, with
          your name and the reason.
        </Text>
        <Textarea
          id={fieldId(formId, 'because')}
          label="Why it is withdrawn"
          autosize
          minRows={2}
          maxLength={500}
          value={because}
          error={problemOfEntry(problems, 'because')}
          onChange={(event) => setBecause(event.currentTarget.value)}
        />
        <Group gap="sm">
          <Button type="submit" loading={isSaving}>
            Withdraw this entry
          </Button>
          <Button variant="default" onClick={() => leave(onCancel)}>
            Leave it as it is
          </Button>
        </Group>
      </Stack>
    </PlainForm>
  );
}
