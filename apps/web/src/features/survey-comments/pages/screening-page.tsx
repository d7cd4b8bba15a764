import { useState, type ReactElement } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ScreeningView } from '@plumbline/analytics/survey-results';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import css from '../components/comments.module.css';
import { ApproveComment, ItemSelect, ScreenComment } from '../components/screen-comment.tsx';
import { SettledList } from '../components/settled-list.tsx';

const route = getRouteApi('/surveys/rounds/$roundId/comments');

/** Comments before anybody else reads them: for the round's named screeners, and on this page only. */
export function ScreeningPage(): ReactElement {
  const { roundId } = route.useParams();
  const trpc = useTRPC();
  // Never kept longer than the page is open.
  const view = useQuery(trpc.surveyComments.screening.queryOptions({ roundId }, { staleTime: 0, gcTime: 0 }));
  return (
    <>
      <PageHeading
        title="Comments to read"
        above={
          <TextLink to="/surveys/rounds/$roundId/results" params={{ roundId }}>
            Results
          </TextLink>
        }
        lead={
          view.data === undefined
            ? ' '
            : `${view.data.round.title}. Read by ${view.data.screeners.map(({ name }) => name).join(' and ')}, and by nobody else.`
        }
      />
      {view.isPending && <PageSkeleton label="Loading comments" />}
      {view.isError && <Problem error={view.error} what="The comments could not be loaded" onRetry={() => void view.refetch()} />}
      {view.data !== undefined && <Loaded view={view.data} />}
    </>
  );
}

function Loaded({ view }: { readonly view: ScreeningView }): ReactElement {
  const first = view.items.find(({ item }) => view.open.some((row) => row.item === item))?.item ?? view.items[0]?.item ?? '';
  const [chosen, setChosen] = useState<string | null>(null);
  const item = chosen ?? first;
  if (view.open.length === 0 && view.settled.length === 0)
    return <Empty title="Nobody wrote anything">Comments that people write stand here once a round is closed.</Empty>;
  const rows = view.open.filter((row) => row.item === item);
  const waiting = rows.filter(({ state }) => state === 'waiting');
  const proposed = rows.filter(({ state }) => state === 'proposed');
  return (
    <Stack gap="xl">
      <Text className="prose">
        What may show somebody is marked; the marks are proposals, and they find some names better than others, so read every
        word. One of you decides what goes, another approves it. Then what was written is destroyed, and what is left is kept with
        both your names. All comments appear in the results at once, when the last is settled, in no order and beside no score.
      </Text>
      {view.open.length === 0 ? (
        <Empty title="Every comment is settled">They are shown with the results now, as far as there are enough of them.</Empty>
      ) : (
        <>
          <ItemSelect view={view} value={item} onChange={setChosen} />
          <Queue title="To read" rows={waiting} render={(row) => <ScreenComment view={view} row={row} />} />
          <Queue title="To approve" rows={proposed} render={(row) => <ApproveComment view={view} row={row} />} />
        </>
      )}
      <SettledList view={view} />
    </Stack>
  );
}

function Queue({
  title,
  rows,
  render,
}: {
  readonly title: string;
  readonly rows: ScreeningView['open'];
  readonly render: (row: ScreeningView['open'][number]) => ReactElement;
}): ReactElement | null {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <Title order={2} mb="sm">
        {title} ({rows.length})
      </Title>
      <ol className={css['queue']}>
        {rows.map((row) => (
          <li key={`${row.key}-${row.version}`}>{render(row)}</li>
        ))}
      </ol>
    </section>
  );
}
