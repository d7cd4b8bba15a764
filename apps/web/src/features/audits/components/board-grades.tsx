import { type ReactElement } from 'react';
import type { GradeRow, GradesModel } from '@plumbline/analytics/audits';
import { filesInWords, shareInWords, shareRangeInWords } from '@plumbline/analytics/wording';
import { BoardSection } from './board-section.tsx';
import { TeamRow } from './board-team-files.tsx';
import css from './board-figures.module.css';

interface GradesProps {
  readonly model: GradesModel;
  /** Whether it is said here why some rows have no grades. */
  readonly explains: boolean;
}

/** Grades of what was drawn at random, one bar a team, by name and not by grade. */
export function BoardGrades({ model, explains }: GradesProps): ReactElement {
  const { rows, total, legend } = model;
  const hasBars = [total, ...rows].some(({ segments }) => segments.length > 0);
  return (
    <BoardSection id="grades" title="Grades by team" sentence={model.sentence} table={model.table}>
      <p className={css['quiet']}>
        {hasBars &&
          'Each bar is all of a team’s files that were drawn at random. The range in brackets is where the figure for everything that could have been drawn most likely lies; with few files it is wide. '}
        Open a team to see its files.
      </p>
      {explains && <HiddenNote />}
      {hasBars && <Legend legend={legend} />}
      <ul className={css['rows']}>
        {rows.map((row) => (
          <TeamRow key={row.key} team={row.key} name={row.label}>
            <Figures row={row} />
          </TeamRow>
        ))}
        {rows.length > 1 && (
          <li className={`${css['row']} ${css['total']}`}>
            <span>All teams</span>
            <Figures row={total} />
          </li>
        )}
      </ul>
    </BoardSection>
  );
}

/** Why some rows have no grades. */
export function HiddenNote(): ReactElement {
  return (
    <p className={css['aside']}>
      Some teams show no grades: too few people stand behind them, or all have the same grade, so that a grade would tell whose it
      is. Where it could be worked out from the total, another team is left out as well.
    </p>
  );
}

function Legend({ legend }: Pick<GradesModel, 'legend'>): ReactElement {
  return (
    <ul className={css['legend']} aria-hidden="true">
      {legend.map(({ grade, text, tone }) => (
        <li key={grade}>
          <span className={css['swatch']} data-tone={tone} />
          {text}
        </li>
      ))}
    </ul>
  );
}

function Figures({ row }: { readonly row: GradeRow }): ReactElement {
  if (row.segments.length === 0) return <span className={css['note']}>{row.note}</span>;
  return (
    <>
      <span className={css['track']} aria-hidden="true">
        {row.segments
          .filter(({ count }) => count > 0)
          .map(({ grade, tone, title, label, from, to }) => (
            <span
              key={grade}
              className={css['segment']}
              data-tone={tone}
              title={title}
              style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
            >
              {label}
            </span>
          ))}
      </span>
      <span className={css['reading']}>
        <span className={css['hidden']}>{row.sentence}</span>
        <span aria-hidden="true">{readingOf(row)}</span>
      </span>
    </>
  );
}

/** "67% good or better (21% to 94%), 3 files". */
function readingOf({ good, graded }: GradeRow): string {
  const files = filesInWords(graded ?? 0);
  if (good === null || good.share === null) return files;
  const range = good.interval === null ? ', all on the list' : ` (${shareRangeInWords(good.interval)})`;
  return `${shareInWords(good.share)} good or better${range}, ${files}`;
}
