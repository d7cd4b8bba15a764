import { type ReactElement } from 'react';
import { Title } from '@mantine/core';
import type { TableTwin } from '@plumbline/analytics/prepare';
import { filesInWords, numberInWords, rangeInWords } from '@plumbline/analytics/wording';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../app/api/trpc.ts';
import { TwinTable } from '../../../parts/table/twin-table.tsx';
import { BoardSection } from './board-section.tsx';
import css from './board-figures.module.css';

export type BoardView = inferRouterOutputs<AppRouter>['audits']['board'];
type Drift = NonNullable<BoardView['drift']>;

/** Whether two people who grade the same file agree, and, for whoever plans audits, how each auditor lies beside what was agreed. */
export function BoardGraders({ view: { board, drift } }: { readonly view: BoardView }): ReactElement {
  return (
    <BoardSection id="agreement" title="How far graders agree" sentence={board.agreement.sentence}>
      <p className={css['quiet']}>
        Some files are drawn for a second grade before anybody has graded them. It is given without knowing the first. Where the
        two differ much, the grades above are to be read with care.
      </p>
      {drift !== null && drift.length > 0 && <AuditorDrift drift={drift} />}
    </BoardSection>
  );
}

function AuditorDrift({ drift }: { readonly drift: Drift }): ReactElement {
  return (
    <>
      <Title order={3} mt="md" mb="xs">
        Each auditor beside the agreed grade
      </Title>
      <p className={css['quiet']}>
        Shown only to those who plan audits, to help auditors grade alike. Above 0, the grade agreed on was better than the
        auditor’s own; below 0, it was worse. It is given from twelve files on.
      </p>
      <ul className={css['plain']}>
        {byName(drift).map((one) => (
          <li key={one.auditor}>{driftInWords(one)}</li>
        ))}
      </ul>
      <TwinTable twin={driftTable(drift)} />
    </>
  );
}

/** An order by figure would be a ranking. */
function byName(drift: Drift): Drift {
  return drift.toSorted((a, b) => a.who.name.localeCompare(b.who.name, 'en-GB'));
}

/** "Jo Marsh: 0.3 on average (0.1 to 0.5), 14 files graded twice". */
function driftInWords({ who, pairs, drift: mean }: Drift[number]): string {
  const files = `${filesInWords(pairs)} graded twice`;
  if (mean === null) return `${who.name}: ${files}, too few to say`;
  const range = mean.interval === null ? '' : ` (${rangeInWords(mean.interval, 1)})`;
  return `${who.name}: ${numberInWords(mean.estimate, 1)} on average${range}, ${files}`;
}

function driftTable(drift: Drift): TableTwin {
  return {
    caption: 'Agreed grade less the auditor’s own, on average, in grades',
    columns: ['', 'Graded twice', 'On average', 'Interval'],
    rows: byName(drift).map(({ auditor, who, pairs, drift: mean }) => ({
      key: auditor,
      header: who.name,
      cells:
        mean === null
          ? []
          : [String(pairs), numberInWords(mean.estimate, 1), mean.interval === null ? '–' : rangeInWords(mean.interval, 1)],
      note: mean === null ? `${pairs} graded twice, too few to say.` : null,
    })),
  };
}
