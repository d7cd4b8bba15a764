import { useState, type ReactElement } from 'react';
import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { letGo, useUnsaved } from '../../../app/leave/unsaved.ts';
import { useMe } from '../../../app/session/me.tsx';
import { ErrorSummary } from '../../../parts/form/error-summary.tsx';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import { FORM } from '../model/draft-fields.ts';
import { checkDraft, newDraft, refusedProblems, type SampleDraft } from '../model/sample-draft.ts';
import css from './sample.module.css';
import { WhenFields } from './when-fields.tsx';
import { WhoAsksFields } from './who-asks-fields.tsx';
import { WhomFields } from './whom-fields.tsx';

/** Takes up a sample, all of it or nothing, and goes on to it. */
export function TakeSampleForm(): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { person, today } = useMe();
  const [start] = useState(() => newDraft(person, today));
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  const [key] = useState(newIdempotencyKey);
  useUnsaved(draft !== start);
  const taking = useMutation(
    trpc.impact.takeSample.mutationOptions({
      onSuccess: async ({ sampleId }) => {
        letGo();
        await queryClient.invalidateQueries({ queryKey: trpc.impact.samples.queryKey() });
        await navigate({ to: '/inspection/sample/$sampleId', params: { sampleId } });
      },
      onError: (error, { children }) => {
        setProblems(refusedProblems(refusalOf(error).fields, children));
        setTries((count) => count + 1);
      },
    }),
  );
  const refusal = taking.error === null ? null : refusalOf(taking.error);

  function submit(): void {
    const checked = checkDraft(draft, today);
    setProblems(checked.ok ? [] : checked.problems);
    taking.reset();
    if (checked.ok) taking.mutate({ ...checked.asked, idempotencyKey: key });
    else setTries((count) => count + 1);
  }

  const fields = { draft, problems, onChange: (change: Partial<SampleDraft>) => setDraft({ ...draft, ...change }) };
  return (
    <PlainForm
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={css['notices']}>
        <ErrorSummary formId={FORM} problems={problems} tries={tries} />
        {refusal !== null && problems.length === 0 && <RefusalNotice refusal={refusal} />}
      </div>
      <WhoAsksFields {...fields} />
      <WhomFields {...fields} />
      <WhenFields {...fields} />
      <Group>
        <Button type="submit" loading={taking.isPending}>
          Take up the sample
        </Button>
        <ButtonLink variant="default" to="/inspection/sample">
          Cancel
        </ButtonLink>
      </Group>
    </PlainForm>
  );
}
