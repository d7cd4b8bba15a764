import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SessionChild } from '@plumbline/analytics/compliance';
import { dateInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import { DateTimeField } from '../../../parts/form/date-time-field.tsx';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import { instantOf } from '../../../parts/form/typed-instant.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { readDate, timeProblem, type FormProblem } from '../../../parts/form/form-problem.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';

/** Says that a child's record is on the child's own file: from then on the discussion counts. */
export function FileDiscussion({ discussion }: { readonly discussion: SessionChild }): ReactElement {
  const formId = useId();
  const { today } = useMe();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [date, setDate] = useState(dateInWords(today));
  const [time, setTime] = useState('');
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  const [key] = useState(newIdempotencyKey);
  const file = useMutation(trpc.supervision.file.mutationOptions());
  const label = `${discussion.child.label}: on the child’s file`;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const day = readDate(label, 'date', date, today);
    const slip = timeProblem(label, 'time', time);
    const found = [...('message' in day ? [day] : []), ...(slip === null ? [] : [slip])];
    const filedAt = instantOf(date, time, today);
    setProblems(found);
    if (found.length > 0 || filedAt === null) return setTries(tries + 1);
    file.mutate(
      { discussionId: discussion.id, filedAt, idempotencyKey: key },
      { onSuccess: () => void queryClient.invalidateQueries() },
    );
  }

  if (!isOpen)
    return (
      <Button variant="default" size="xs" onClick={() => setOpen(true)}>
        It is on the file of {discussion.child.label} now
      </Button>
    );
  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="sm" maw="30rem">
        <ErrorSummary formId={formId} problems={problems} tries={tries} />
        {file.isError && <RefusalNotice refusal={refusalOf(file.error)} />}
        <DateTimeField
          legend={label}
          help="When the case supervision record was completed there."
          today={today}
          date={{ id: fieldId(formId, 'date'), value: date, error: problemOfEntry(problems, 'date'), onChange: setDate }}
          time={{ id: fieldId(formId, 'time'), value: time, error: problemOfEntry(problems, 'time'), onChange: setTime }}
        />
        <Group gap="sm">
          <Button type="submit" loading={file.isPending}>
            Save
          </Button>
          <Button variant="default" onClick={() => setOpen(false)}>
            Leave
          </Button>
        </Group>
      </Stack>
    </PlainForm>
  );
}
