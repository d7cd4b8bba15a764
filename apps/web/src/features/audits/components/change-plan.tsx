import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { Button, Drawer, Group, Stack } from '@mantine/core';
import { dateInWords } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { leave, letGo, useUnsaved } from '../../../app/leave/unsaved.ts';
import { useMe } from '../../../app/session/me.tsx';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { planChangedInWords } from '../model/audit-words.ts';
import type { AuditView } from '../model/outputs.ts';
import { readPlan, type PlanDraft } from '../model/read-plan.ts';
import { NotDone } from './not-done.tsx';
import { PlanFields } from './plan-fields.tsx';
import { useIntention } from './use-intention.ts';

interface ChangePlanProps {
  readonly audit: AuditView;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** Changes a plan: everything before the draw, and later its title, its last day, who leads it and who answers. */
export function ChangePlan({ audit, onDone, onClose }: ChangePlanProps): ReactElement {
  return (
    <Drawer
      opened
      onClose={() => leave(onClose)}
      size="lg"
      title={audit.state === 'planned' ? 'Change the plan' : 'Change title, last day and people'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ChangeForm audit={audit} onDone={onDone} onClose={onClose} />
    </Drawer>
  );
}

function ChangeForm({ audit, onDone, onClose }: ChangePlanProps): ReactElement {
  const formId = useId();
  const today = useMe().today as LocalDate;
  const queryClient = useQueryClient();
  const { keyFor } = useIntention();
  // Begun with the plan as it stood when this opened; saved upon that version, so that nobody's change is written over.
  const [begun] = useState(audit);
  const [typed, setTyped] = useState<PlanDraft>(() => draftOf(begun));
  const [isChanged, setChanged] = useState(false);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  const change = useMutation(useTRPC().audits.changePlan.mutationOptions());
  useUnsaved(isChanged);
  const isDrawn = begun.basis === 'random';

  function show(found: readonly FormProblem[]): void {
    setProblems(found);
    setTries((before) => before + 1);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const read = readPlan(typed, { today, usualTitle: begun.title, isDrawn });
    if ('problems' in read) return show(read.problems);
    setProblems([]);
    const asked = { ...read.plan, auditId: begun.id, baseVersion: begun.version };
    change.mutate(
      { ...asked, idempotencyKey: keyFor(asked) },
      {
        onSuccess: ({ passed }) => {
          letGo();
          onDone(planChangedInWords(passed));
          onClose();
        },
        onError: (error) => show(Object.entries(refusalOf(error).fields).map(([entry, message]) => ({ entry, message }))),
        onSettled: () => queryClient.invalidateQueries(),
      },
    );
  }

  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="lg">
        <ErrorSummary formId={formId} problems={problems} tries={tries} />
        {change.isError && problems.length === 0 && <NotDone error={change.error} />}
        <PlanFields
          typed={typed}
          usualTitle={begun.title}
          today={today}
          about={begun.about}
          isDrawn={isDrawn}
          isFixed={begun.state !== 'planned'}
          field={(entry) => ({ id: fieldId(formId, entry), error: problemOfEntry(problems, entry) })}
          onChange={(part) => {
            setTyped((before) => ({ ...before, ...part }));
            setChanged(true);
          }}
        />
        <Group gap="sm">
          <Button type="submit" loading={change.isPending}>
            Save the plan
          </Button>
          <Button variant="default" onClick={() => leave(onClose)}>
            Leave it as it is
          </Button>
        </Group>
      </Stack>
    </PlainForm>
  );
}

function draftOf({ tool, basis, title, startsOn, dueOn, teams, lead, responder, size, reserves }: AuditView): PlanDraft {
  return {
    tool: tool.id,
    basis: basis === 'random' ? 'random' : 'targeted',
    title,
    startsOn: dateInWords(startsOn as LocalDate),
    dueOn: dateInWords(dueOn as LocalDate),
    isAllTeams: teams.length === 0,
    teams,
    leadId: lead.id,
    leadName: lead.name,
    responderId: responder.id,
    responderName: responder.name,
    size: String(size),
    reserves: String(reserves),
  };
}
