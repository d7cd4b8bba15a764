import { useRef, type ReactElement } from 'react';
import { Alert, Button, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { instantInWords } from '@plumbline/analytics/wording';
import { useTRPCClient } from '../../../app/api/trpc.ts';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { MEASURES, type MeasureName, type WorkedOut } from '../model/figures.ts';
import type { AskedOption } from '../model/option-words.ts';
import { isAnythingKnown, leadSentences, lessThanAYear, monthsInWords, reallyHeld } from '../model/sentences.ts';
import { ByClock } from './by-clock.tsx';
import { ByTeam } from './by-team.tsx';
import { CannotKnow } from './cannot-know.tsx';
import { FiguresTable, type OpenLate } from './figures-table.tsx';
import { HoursPicture } from './hours-picture.tsx';
import { LateList } from './late-list.tsx';
import css from './what-if.module.css';

const route = getRouteApi('/what-if');

/** How often the page asks while the server works it out. */
const ASK_AGAIN_MS = 150;

interface SideBySideProps {
  readonly options: readonly AskedOption[];
}

/** The answer to "what if", or how far it is. */
export function SideBySide({ options }: SideBySideProps): ReactElement {
  const client = useTRPCClient();
  const again = useRef(false);
  const answer = useQuery({
    queryKey: ['what if', options],
    queryFn: async () => {
      const input = { options: [...options], again: again.current };
      again.current = false;
      return await client.impact.whatIf.query(input);
    },
    refetchInterval: (query) => (query.state.data?.state === 'working' ? ASK_AGAIN_MS : false),
  });
  const askAgain = (): void => {
    again.current = true;
    void answer.refetch();
  };
  if (answer.isPending) return <PageSkeleton label="Asking what these rules would have asked" />;
  if (answer.isError)
    return <Problem error={answer.error} what="This could not be worked out" onRetry={() => void answer.refetch()} />;
  const { data } = answer;
  switch (data.state) {
    case 'working':
      return <Working done={data.done} />;
    case 'failed':
      return (
        <Alert role="alert" color="orange" title="This could not be worked out" maw="44rem">
          <Text mb="sm">
            Nothing was changed. Try again, or choose other rules above; if it keeps happening, tell your administrator the time
            and the page.
          </Text>
          <Button onClick={askAgain}>Try again</Button>
        </Alert>
      );
    case 'not-readable':
      return (
        <Alert role="alert" color="gray" title={`“${data.name}” cannot be read as a policy yet`} maw="44rem">
          <Text mb="sm">Mend what stands under Findings in the draft, or choose other rules above.</Text>
          {data.draftId !== null && (
            <TextLink to="/policy/draft" search={{ id: data.draftId }}>
              Open the draft
            </TextLink>
          )}
        </Alert>
      );
    case 'done':
      return isAnythingKnown(data) ? (
        <WorkedOutView view={data} options={options} onAgain={askAgain} />
      ) : (
        <NoYearYet view={data} />
      );
  }
}

function Working({ done }: { readonly done: number }): ReactElement {
  const percent = Math.round(done * 100);
  return (
    <Stack gap="xs" maw="32rem" component="output">
      <Text>Working out what these rules would have asked of everybody over twelve months: {percent}%.</Text>
      <Progress value={percent} aria-label="How far" />
      <Text c="dimmed">You can leave; it will be here.</Text>
    </Stack>
  );
}

/** A council of which nothing is recorded yet in the months asked about. */
function NoYearYet({ view }: { readonly view: WorkedOut }): ReactElement {
  return (
    <Empty title="No year of records yet">
      {monthsInWords(view.months)}: nothing is known of these months. {lessThanAYear(view).slice(0, -1).join(' ')} Other rules are
      laid over what was recorded, so come back when some months are.
    </Empty>
  );
}

interface WorkedOutViewProps {
  readonly view: WorkedOut;
  readonly options: readonly AskedOption[];
  readonly onAgain: () => void;
}

function WorkedOutView({ view, options, onAgain }: WorkedOutViewProps): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const measure = MEASURES.find(({ name }) => name === search.by)?.name ?? 'people-late';
  const open: OpenLate = (option, kind, team) => {
    const of = (['0', '1', '2'] as const)[option];
    void navigate({ search: (old) => ({ ...old, of, late: kind, team: team ?? undefined }), resetScroll: false });
  };
  return (
    <div className={css['page']}>
      <section aria-label="In short" className={css['short']}>
        <p className={css['months']}>{monthsInWords(view.months)}</p>
        {lessThanAYear(view).length > 0 && <p className={css['partly']}>{lessThanAYear(view).join(' ')}</p>}
        {leadSentences(view).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className={css['held']}>{reallyHeld(view)}</p>
      </section>
      <FiguresTable view={view} onOpen={open} />
      <HoursPicture view={view} />
      <ByTeam
        view={view}
        measure={measure}
        onMeasure={(by: MeasureName) => void navigate({ search: (old) => ({ ...old, by }), replace: true, resetScroll: false })}
        onOpen={open}
      />
      <Late view={view} options={options} />
      <ByClock view={view} />
      <CannotKnow notes={view.notes} />
      <p className={css['made']}>
        Worked out on {instantInWords(view.at)} from what was recorded then.{' '}
        <Button className="no-print" variant="subtle" size="compact-sm" onClick={onAgain}>
          Work it out again
        </Button>
      </p>
    </div>
  );
}

function Late({ view, options }: Pick<WorkedOutViewProps, 'view' | 'options'>): ReactElement | null {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const option = view.options[Number(search.of)];
  if (search.of === undefined || search.late === undefined || option === undefined) return null;
  const team = search.team ?? null;
  const teamName = view.teams.find(({ code }) => code === team)?.name;
  const who = search.late === 'person' ? 'Whose supervision would have been late' : 'Whose discussion would have been late';
  return (
    <LateList
      key={`${search.of} ${search.late} ${search.team}`}
      options={options}
      option={Number(search.of)}
      kind={search.late}
      team={team}
      title={`${who}: ${option.name}${teamName === undefined ? '' : `, ${teamName}`}`}
      onlyNew={search.only === 'new' && !option.isInForce}
      onOnlyNew={
        option.isInForce
          ? null
          : (onlyNew) =>
              void navigate({
                search: (old) => ({ ...old, only: onlyNew ? ('new' as const) : undefined }),
                replace: true,
                resetScroll: false,
              })
      }
      onClose={() =>
        void navigate({
          search: ({ of: _of, late: _late, team: _team, only: _only, ...rest }) => rest,
          resetScroll: false,
        })
      }
    />
  );
}
