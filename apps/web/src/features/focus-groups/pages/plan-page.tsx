import { useState, type FormEvent, type ReactElement } from 'react';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { LocalDate } from '@plumbline/domain/calendar';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useUnsaved } from '../../../app/leave/unsaved.ts';
import { useMe } from '../../../app/session/me.tsx';
import { DateField } from '../../../parts/form/date-field.tsx';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import { readDate, type FormProblem } from '../../../parts/form/form-problem.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { GroupCrumbs } from '../components/group-crumbs.tsx';

const FORM = 'plan-group';

interface Typed {
  readonly title: string;
  readonly audience: string;
  readonly heldOn: string;
  readonly facilitator: string;
  readonly noteTaker: string;
  readonly site: string;
  readonly retainedUntil: string;
}

const FIELDS = [
  ['title', 'Title', 'What it is called in lists: “Carers at night, spring”.'],
  ['audience', 'Whom it is for', 'A role or several, never a name. It stands beside quotations; the place then does not.'],
  ['facilitator', 'Facilitator', 'Somebody who manages nobody in the room, where that can be had.'],
  ['noteTaker', 'Note-taker', ''],
  ['site', 'Place', ''],
] as const;

/** Plans a focus group; whom to invite comes next. */
export function PlanPage(): ReactElement {
  const me = useMe();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const plan = useMutation(trpc.focusGroups.plan.mutationOptions());
  const [key] = useState(newIdempotencyKey);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  const [typed, setTyped] = useState<Typed>({
    title: '',
    audience: '',
    heldOn: '',
    facilitator: me.person.name,
    noteTaker: '',
    site: '',
    retainedUntil: '',
  });
  useUnsaved(typed.title !== '' && !plan.isSuccess);
  const set = (field: keyof Typed) => (value: string) => setTyped((before) => ({ ...before, [field]: value }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    const heldOn = dateOf('Held on', 'heldOn', typed.heldOn, me.today as LocalDate);
    const retainedUntil = dateOf('Kept until', 'retainedUntil', typed.retainedUntil, me.today as LocalDate);
    const found = [
      ...(typed.title.trim() === '' ? [{ entry: 'title', message: '“Title” is needed.' }] : []),
      ...[heldOn, retainedUntil].flatMap((one) => ('message' in one ? [one] : [])),
    ];
    setProblems(found);
    setTries((before) => before + 1);
    if (found.length > 0 || 'message' in heldOn || 'message' in retainedUntil) return;
    plan.mutate(
      { ...typed, heldOn: heldOn.value, retainedUntil: retainedUntil.value, idempotencyKey: key },
      {
        onSuccess: ({ groupId }) => {
          void queryClient.invalidateQueries();
          void navigate({ to: '/surveys/focus-groups/$groupId/people', params: { groupId }, ignoreBlocker: true });
        },
      },
    );
  }

  return (
    <>
      <PageHeading
        title="Plan a focus group"
        lead="It begins with a guide of thirteen questions, the same that the survey asks about. You can word them otherwise until the record goes to its members."
        above={<GroupCrumbs here="Plan" />}
      />
      <PlainForm onSubmit={submit}>
        <Stack gap="md" maw="32rem">
          <ErrorSummary formId={FORM} problems={problems} tries={tries} />
          {plan.isError && <RefusalNotice refusal={refusalOf(plan.error)} />}
          {FIELDS.map(([field, label, help]) => (
            <TextInput
              key={field}
              id={fieldId(FORM, field)}
              label={label}
              description={help === '' ? undefined : help}
              value={typed[field]}
              error={problemOfEntry(problems, field)}
              autoComplete="off"
              onChange={(event) => set(field)(event.currentTarget.value)}
            />
          ))}
          <DateField
            id={fieldId(FORM, 'heldOn')}
            label="Held on"
            help="Leave it empty while the day is not settled."
            value={typed.heldOn}
            today={me.today as LocalDate}
            error={problemOfEntry(problems, 'heldOn')}
            onChange={set('heldOn')}
          />
          <DateField
            id={fieldId(FORM, 'retainedUntil')}
            label="Kept until"
            help="The day by which its words are to be erased, by your council’s own schedule. Codes and counts stay."
            value={typed.retainedUntil}
            today={me.today as LocalDate}
            error={problemOfEntry(problems, 'retainedUntil')}
            onChange={set('retainedUntil')}
          />
          <Group>
            <Button type="submit" loading={plan.isPending}>
              Plan it, and choose whom to invite
            </Button>
          </Group>
        </Stack>
      </PlainForm>
    </>
  );
}

function dateOf(
  label: string,
  entry: string,
  typed: string,
  today: LocalDate,
): { readonly value: LocalDate | null } | FormProblem {
  return typed.trim() === '' ? { value: null } : readDate(label, entry, typed, today);
}
