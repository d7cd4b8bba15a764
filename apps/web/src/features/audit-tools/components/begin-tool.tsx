import { useState, type FormEvent, type ReactElement } from 'react';
import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { ErrorSummary } from '../../../parts/form/error-summary.tsx';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { askedOf, beginningProblems, FIRST, titleOf } from '../model/beginning.ts';
import type { ToolListRow } from '../model/outputs.ts';
import { BEGIN_FORM, BeginFields } from './begin-fields.tsx';
import { useSameKey } from './use-same-key.ts';

interface BeginToolProps {
  readonly tools: readonly ToolListRow[];
  readonly onBegun: (toolId: string) => void;
}

/** Begins an audit tool: from the questions of the policy in force, or from another tool. */
export function BeginTool({ tools, onBegun }: BeginToolProps): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const keyFor = useSameKey();
  const [beginning, setBeginning] = useState(FIRST);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  const title = titleOf(beginning, tools);
  const start = useMutation(
    trpc.auditTools.start.mutationOptions({
      onSuccess: ({ toolId }) => {
        void queryClient.invalidateQueries({ queryKey: trpc.auditTools.list.queryKey() });
        onBegun(toolId);
      },
    }),
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = beginningProblems(beginning, title);
    setProblems(found);
    setTries((before) => before + 1);
    const asked = askedOf(beginning, title);
    if (found.length === 0) start.mutate({ ...asked, idempotencyKey: keyFor(asked) });
  }

  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="lg" maw="60rem">
        <ErrorSummary formId={BEGIN_FORM} problems={problems} tries={tries} />
        {start.isError && <RefusalNotice refusal={refusalOf(start.error)} />}
        <BeginFields tools={tools} beginning={beginning} title={title} problems={problems} onChange={setBeginning} />
        <Group>
          <Button type="submit" loading={start.isPending}>
            Begin
          </Button>
        </Group>
      </Stack>
    </PlainForm>
  );
}
