import { type ReactElement } from 'react';
import { Button, Group } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { keptBackInWords, listInWords, monthName } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { AuditsNavigation } from '../../../parts/audits-navigation/audits-navigation.tsx';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import { BoardActions } from '../components/board-actions.tsx';
import { BoardCounted } from '../components/board-counted.tsx';
import { BoardCoverage } from '../components/board-coverage.tsx';
import { BoardGraders, type BoardView } from '../components/board-graders.tsx';
import { BoardGrades } from '../components/board-grades.tsx';
import { BoardImprovement } from '../components/board-improvement.tsx';
import { MonthsSwitch, useBoardMonths, type BoardMonths } from '../components/board-months.tsx';
import { BoardProgress } from '../components/board-progress.tsx';
import { BoardShort } from '../components/board-short.tsx';
import { BoardThemes } from '../components/board-themes.tsx';
import css from '../components/board-figures.module.css';

/** What audits found in whole months: in sentences first, then team by team, area by area, and what became of it. */
export function BoardPage(): ReactElement {
  const months = useBoardMonths();
  const trpc = useTRPC();
  const view = useQuery(trpc.audits.board.queryOptions({ months }, { placeholderData: keepPreviousData }));
  return (
    <>
      <PageHeading
        title="What audits found"
        lead={view.data === undefined ? ' ' : leadOf(view.data)}
        actions={view.data !== undefined && view.data.teams.length > 0 && <Files months={months} />}
      />
      <AuditsNavigation current="/audits/board" />
      {view.isPending && <PageSkeleton label="Loading what audits found" rows={9} />}
      {view.isError && (
        <Problem error={view.error} what="What audits found could not be loaded" onRetry={() => void view.refetch()} />
      )}
      {view.data !== undefined && <Loaded view={view.data} months={months} isBehind={view.isPlaceholderData} />}
    </>
  );
}

/** "November 2025 to October 2026, ten teams". */
function leadOf({ board: { period }, teams }: BoardView): string {
  const monthOf = (date: string): string => `${monthName(Number(date.slice(5, 7)))} ${date.slice(0, 4)}`;
  const names = teams.length > 3 ? `${teams.length} teams` : listInWords(teams.map(({ name }) => name));
  return `${monthOf(period.from)} to ${monthOf(period.to)}${names === '' ? '' : `, ${names}`}`;
}

function Files({ months }: { readonly months: BoardMonths }): ReactElement {
  return (
    <Group gap="sm">
      <Button variant="default" component="a" href={`/api/audits/board.xlsx?months=${months}`} download>
        Tables for Excel
      </Button>
      <Button variant="default" component="a" href={`/api/audits/board.pdf?months=${months}`} download>
        PDF
      </Button>
      <Button variant="default" onClick={() => window.print()}>
        Print
      </Button>
    </Group>
  );
}

interface LoadedProps {
  readonly view: BoardView;
  readonly months: BoardMonths;
  /** What is shown is still that of the period chosen before. */
  readonly isBehind: boolean;
}

function Loaded({ view, months, isBehind }: LoadedProps): ReactElement {
  if (view.teams.length === 0) {
    return (
      <Empty title="No teams yet">
        What audits found stands here for the teams that you answer for, once teams and posts have been brought in.
      </Empty>
    );
  }
  return (
    <>
      <div className={css['period']}>
        {!view.isFixed && <MonthsSwitch months={months} />}
        <p>
          {view.isFixed
            ? 'The last half of a calendar year that is over. Stretches that overlap are not shown: one less the other would tell what one person was graded.'
            : 'Whole months up to the last that is over. What is completed this month counts from the first of the next.'}
        </p>
        <output>{isBehind ? 'Loading…' : ''}</output>
      </div>
      <div className={css['board']} aria-busy={isBehind}>
        <Parts view={view} />
      </div>
    </>
  );
}

function Parts({ view }: { readonly view: BoardView }): ReactElement {
  const { board } = view;
  const hasGrades = board.grades.total.completed > 0 || board.counted.length > 0;
  return (
    <>
      <BoardShort board={board} hasGrades={hasGrades} />
      {view.keptBack > 0 && <p className={css['quiet']}>{keptBackInWords(view.keptBack)}</p>}
      {hasGrades ? <Findings view={view} /> : <NothingCompleted />}
      {board.actions.table.rows.length > 0 && <BoardActions model={board.actions} />}
      <BoardCoverage model={board.coverage} />
      {board.progress.rows.length > 0 && <BoardProgress model={board.progress} mayOpen={view.mayPlan} />}
      {hasGrades && <BoardGraders view={view} />}
    </>
  );
}

function Findings({ view: { board } }: { readonly view: BoardView }): ReactElement {
  // Said once, where it is first needed.
  const explained = [board.grades, ...board.counted].find(({ rows }) => rows.some(({ state }) => state === 'too-few'));
  return (
    <>
      <BoardGrades model={board.grades} explains={explained === board.grades} />
      {board.counted.map((model) => (
        <BoardCounted key={model.basis} model={model} explains={explained === model} />
      ))}
      <BoardThemes model={board.themes} />
      <BoardImprovement model={board.improvement} />
    </>
  );
}

function NothingCompleted(): ReactElement {
  return (
    <Empty title="No audit was completed in these months" action={<ButtonLink to="/audits">Look at the programme</ButtonLink>}>
      Grades by team, the areas that are weak and strong, and what moved stand here once audits are completed and their month is
      over. Choose a longer period, or look at what is planned.
    </Empty>
  );
}
