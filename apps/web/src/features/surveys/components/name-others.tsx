import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { Alert, Button, Group, Stack, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RoundDetail } from '@plumbline/domain/surveys';
import { useTRPC } from '../../../app/api/trpc.ts';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { peopleProblems } from '../model/check-round.ts';
import { refusalInWords } from '../model/round-words.ts';
import { NamedPeopleFields, type NamedDraft } from './named-people-fields.tsx';

/** Lets somebody else be named in a round, as long as it lasts: people leave, and their sign-in ends, while comments wait. */
export function NameOthers({ round }: { readonly round: RoundDetail }): ReactElement {
  const [isAsked, setAsked] = useState(false);
  return isAsked ? (
    <NameOthersForm round={round} onDone={() => setAsked(false)} />
  ) : (
    <div>
      <Button variant="default" onClick={() => setAsked(true)}>
        Change who is named …
      </Button>
    </div>
  );
}

interface FormProps {
  readonly round: RoundDetail;
  readonly onDone: () => void;
}

function NameOthersForm({ round, onDone }: FormProps): ReactElement {
  const formId = useId();
  const [typed, setTyped] = useState<NamedDraft>(() => draftOf(round));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  const [key, setKey] = useState(newIdempotencyKey);
  // What was on the page when the form was opened: the page itself follows changes of others, and they are not to be undone unseen.
  const [seen, setSeen] = useState(round.version);
  const naming = useNaming(round, {
    onDone,
    onRefused(found, version) {
      setProblems(found);
      setTries((before) => before + 1);
      setSeen(version);
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = peopleProblems(typed);
    setProblems(found);
    if (found.length > 0) setTries(tries + 1);
    else naming.mutate({ roundId: round.id, baseVersion: seen, ...idsOf(typed), idempotencyKey: key });
  }

  return (
    <section aria-labelledby={`${formId}-title`}>
      <Title order={2} id={`${formId}-title`} mb="sm">
        Change who is named
      </Title>
      <PlainForm onSubmit={submit}>
        <Stack gap="lg">
          <ErrorSummary formId={formId} problems={problems} tries={tries} />
          {naming.isError && problems.length === 0 && (
            <Alert role="alert" color="var(--pl-status-overdue)" variant="light" title="Not saved">
              {refusalInWords(refusalOf(naming.error))}
            </Alert>
          )}
          <NamedPeopleFields
            typed={typed}
            field={(entry) => ({ id: fieldId(formId, entry), error: problemOfEntry(problems, entry) })}
            onChange={(part) => {
              setTyped({ ...typed, ...part });
              setKey(newIdempotencyKey());
            }}
          />
          <Group gap="sm">
            <Button type="submit" loading={naming.isPending}>
              Save who is named
            </Button>
            <Button variant="default" onClick={onDone}>
              Leave it as it was
            </Button>
          </Group>
        </Stack>
      </PlainForm>
    </section>
  );
}

interface Outcome {
  readonly onDone: () => void;
  /** What to mend, and the version that the page shows from now on. */
  readonly onRefused: (problems: readonly FormProblem[], version: number) => void;
}

/** Saves, and shows the round as it stands now; where single fields are refused, says of each what to mend. */
function useNaming(round: RoundDetail, { onDone, onRefused }: Outcome) {
  const { surveyRounds } = useTRPC();
  const queryClient = useQueryClient();
  const place = surveyRounds.get.queryKey({ roundId: round.id });
  return useMutation(
    surveyRounds.nameOthers.mutationOptions({
      onSuccess: async (after) => {
        queryClient.setQueryData(place, after);
        onDone();
        await queryClient.invalidateQueries();
      },
      onError: async (error) => {
        const { kind, fields } = refusalOf(error);
        await queryClient.invalidateQueries();
        const problems = kind === 'invalid' ? Object.entries(fields).map(([entry, message]) => ({ entry, message })) : [];
        onRefused(problems, queryClient.getQueryData(place)?.version ?? round.version);
      },
    }),
  );
}

function draftOf({ paperBy, screeners, safeguardingTo }: RoundDetail): NamedDraft {
  return { paperBy, screeners, safeguardingTo: safeguardingTo.id, safeguardingName: safeguardingTo.name };
}

function idsOf({ paperBy, screeners, safeguardingTo }: NamedDraft) {
  return { paperBy: paperBy.map(({ id }) => id), screeners: screeners.map(({ id }) => id), safeguardingTo };
}
