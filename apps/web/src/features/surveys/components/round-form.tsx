import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { Alert, Button, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { dateInWords } from '@plumbline/analytics/wording';
import type { DesignRow } from '@plumbline/domain/surveys';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import { DateField } from '../../../parts/form/date-field.tsx';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { readRound, type RoundDraft } from '../model/check-round.ts';
import { usualDates } from '../model/round-defaults.ts';
import { refusalInWords } from '../model/round-words.ts';
import { NamedPeopleFields, type NamedDraft } from './named-people-fields.tsx';

type TypedRound = RoundDraft & NamedDraft;

/** The plan of a round: questions, dates that do for most, and the people whom it names. */
export function RoundForm({ designs }: { readonly designs: readonly DesignRow[] }): ReactElement {
  const formId = useId();
  const { today } = useMe();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [typed, setTyped] = useState<TypedRound>(() => beginning(designs, today));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  const [key, setKey] = useState(newIdempotencyKey);
  const create = useMutation(
    trpc.surveyRounds.create.mutationOptions({
      onSuccess: ({ id }) => void navigate({ to: '/surveys/rounds/$roundId', params: { roundId: id } }),
      onError: (error) => {
        const { fields } = refusalOf(error);
        setProblems(Object.entries(fields).map(([entry, message]) => ({ entry, message })));
        setTries((before) => before + 1);
      },
    }),
  );

  function change(part: Partial<TypedRound>): void {
    setTyped({ ...typed, ...part });
    setKey(newIdempotencyKey());
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const read = readRound(typed, today);
    setProblems('problems' in read ? read.problems : []);
    if ('problems' in read) setTries(tries + 1);
    else create.mutate({ ...read.round, idempotencyKey: key });
  }

  const field = (entry: string) => ({ id: fieldId(formId, entry), error: problemOfEntry(problems, entry) });
  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="lg">
        <ErrorSummary formId={formId} problems={problems} tries={tries} />
        {create.isError && problems.length === 0 && (
          <Alert role="alert" color="var(--pl-status-overdue)" variant="light" title="Not saved">
            {refusalInWords(refusalOf(create.error))}
          </Alert>
        )}
        <Questions designs={designs} typed={typed} field={field} onChange={change} />
        <Dates typed={typed} today={today} field={field} onChange={change} />
        <NamedPeopleFields typed={typed} field={field} onChange={change} />
        <div>
          <Button type="submit" loading={create.isPending}>
            Plan this round
          </Button>
        </div>
      </Stack>
    </PlainForm>
  );
}

function beginning(designs: readonly DesignRow[], today: Parameters<typeof usualDates>[0]): TypedRound {
  const dates = usualDates(today);
  const [design] = designs;
  return {
    design: designs.length === 1 && design !== undefined ? `${design.id} ${design.versions[0]?.number}` : '',
    title: designs.length === 1 ? (design?.title ?? '') : '',
    opensOn: dateInWords(dates.opensOn),
    closesOn: dateInWords(dates.closesOn),
    reportBy: dateInWords(dates.reportBy),
    paperBy: [],
    screeners: [],
    safeguardingTo: '',
    safeguardingName: '',
  };
}

interface PartProps {
  readonly typed: TypedRound;
  readonly field: (entry: string) => { readonly id: string; readonly error: string | undefined };
  readonly onChange: (part: Partial<TypedRound>) => void;
}

function Questions({ designs, typed, field, onChange }: PartProps & { readonly designs: readonly DesignRow[] }): ReactElement {
  const versions = designs.flatMap(({ id, title, versions: published }) =>
    published.map(({ number, publishedAt }) => ({
      value: `${id} ${number}`,
      label: `${title}, version ${number} (published ${dateInWords(publishedAt.slice(0, 10) as Parameters<typeof dateInWords>[0])})`,
      title,
    })),
  );
  return (
    <Stack gap="md">
      <Select
        {...field('design')}
        allowDeselect={false}
        label="Questions"
        description="A published version: it stays as it is while the round lasts."
        maw="36rem"
        data={versions}
        value={typed.design === '' ? null : typed.design}
        onChange={(design) =>
          onChange({
            design: design ?? '',
            ...(typed.title === '' ? { title: versions.find(({ value }) => value === design)?.title ?? '' } : {}),
          })
        }
      />
      <TextInput
        {...field('title')}
        label="What staff see it called"
        description="With the season or the month, so that rounds can be told apart."
        maw="36rem"
        maxLength={120}
        value={typed.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
    </Stack>
  );
}

function Dates({
  typed,
  today,
  field,
  onChange,
}: PartProps & { readonly today: Parameters<typeof usualDates>[0] }): ReactElement {
  return (
    <Stack gap="md">
      <DateField
        {...field('opensOn')}
        label="Opens on"
        value={typed.opensOn}
        today={today}
        onChange={(opensOn) => onChange({ opensOn })}
      />
      <DateField
        {...field('closesOn')}
        label="Last day"
        help="Two to three weeks do for most, so that people on leave or on nights can answer."
        value={typed.closesOn}
        today={today}
        onChange={(closesOn) => onChange({ closesOn })}
      />
      <DateField
        {...field('reportBy')}
        label="Results by"
        help="Within a fortnight after the last day. Staff are told."
        value={typed.reportBy}
        today={today}
        onChange={(reportBy) => onChange({ reportBy })}
      />
    </Stack>
  );
}
