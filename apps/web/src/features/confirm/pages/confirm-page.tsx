import { useState, type ReactElement } from 'react';
import { Anchor, Breadcrumbs, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ConfirmationsView } from '@plumbline/analytics/compliance';
import { thingsToConfirm } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { SavedNotice } from '../../../parts/form/saved-notice.tsx';
import { AnswerForm } from '../components/answer-form.tsx';
import { AnsweredQuestions } from '../components/answered-questions.tsx';
import { questionLists } from '../model/questions.ts';

const route = getRouteApi('/people/$subjectId/confirm');

/** Everything that nothing but an answer shows about one person: answered in one go, at most once a year. */
export function ConfirmPage(): ReactElement {
  const { subjectId } = route.useParams();
  const me = useMe();
  const trpc = useTRPC();
  const view = useQuery(trpc.confirmations.view.queryOptions({ subjectId }));
  const name = view.data?.person.label ?? 'Person';
  return (
    <>
      <PageHeading
        title="Things to confirm"
        lead={
          view.data === undefined
            ? ' '
            : `About ${name}. No other record shows these, so somebody has to say: yes where it was done and could be shown, no where it was not. Each is asked at most once a year.`
        }
        above={
          <Breadcrumbs>
            {subjectId === me.person.id ? (
              <Anchor renderRoot={(props) => <Link {...props} to="/my-supervision" />}>My supervision</Anchor>
            ) : (
              <Anchor renderRoot={(props) => <Link {...props} to="/people/$subjectId" params={{ subjectId }} />}>{name}</Anchor>
            )}
            <span>Things to confirm</span>
          </Breadcrumbs>
        }
      />
      {view.isPending && <PageSkeleton label="Loading what is to be confirmed" />}
      {view.isError && (
        <Problem error={view.error} what="What is to be confirmed could not be loaded" onRetry={() => void view.refetch()} />
      )}
      {view.data !== undefined && <Loaded view={view.data} />}
    </>
  );
}

function Loaded({ view }: { readonly view: ConfirmationsView }): ReactElement {
  const [again, setAgain] = useState<ReadonlySet<string>>(new Set());
  const [saved, setSaved] = useState<number | null>(null);
  const lists = questionLists(view.questions, view.today);
  const reopened = lists.answered.filter(({ rule }) => again.has(rule));
  const answered = lists.answered.filter(({ rule }) => !again.has(rule));
  const open = [...lists.waiting, ...reopened];
  if (view.recordsFrom === null)
    return (
      <Empty title="Nobody records confirmations here yet">
        Questions stand here from the day on which your administrator says that confirmations are recorded. Until then they are
        not known, and count nowhere.
      </Empty>
    );
  return (
    <Stack gap="xl">
      {saved !== null && (
        <SavedNotice title={saved === 1 ? '1 answer saved' : `${saved} answers saved`}>
          <Text>
            {lists.waiting.length === 0 ? 'Nothing is left to confirm.' : `${thingsToConfirm(lists.waiting.length, null)} left.`}
          </Text>
        </SavedNotice>
      )}
      {open.length === 0 && saved === null && (
        <Empty title="Nothing to confirm">Each question comes back a year after it was answered.</Empty>
      )}
      {open.length > 0 && view.mayAnswer && (
        <AnswerForm
          view={view}
          questions={open}
          onSaved={(count) => {
            setSaved(count);
            setAgain(new Set());
          }}
        />
      )}
      {open.length > 0 && !view.mayAnswer && (
        <Text className="prose">
          {thingsToConfirm(open.length, null)} by whoever supervises or manages {view.person.label}. Nobody answers about
          themselves.
        </Text>
      )}
      <AnsweredQuestions
        questions={answered}
        onAgain={view.mayAnswer ? (rule) => setAgain((before) => new Set(before).add(rule)) : undefined}
      />
    </Stack>
  );
}
