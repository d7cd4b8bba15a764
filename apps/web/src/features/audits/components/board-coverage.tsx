import { type ReactElement } from 'react';
import type { CoverageModel, TeamCoverage } from '@plumbline/analytics/audits';
import { dateInWords } from '@plumbline/analytics/wording';
import { BoardSection } from './board-section.tsx';
import css from './board-figures.module.css';

/** How far audits reached into each team, and which were not looked at. */
export function BoardCoverage({ model }: { readonly model: CoverageModel }): ReactElement {
  return (
    <BoardSection id="coverage" title="Which teams were looked at" sentence={model.sentence} table={model.table}>
      <ul className={css['rows']}>
        {model.rows.map((row) => (
          <li key={row.team} className={css['row']}>
            <span>{row.name}</span>
            <span className={css['track']} data-slim data-empty={row.isNotYetLookedAt} aria-hidden="true">
              <span className={css['segment']} data-tone="positive" style={{ left: 0, width: `${(row.share ?? 0) * 100}%` }} />
            </span>
            <span className={css['reading']}>{readingOf(row)}</span>
          </li>
        ))}
      </ul>
    </BoardSection>
  );
}

/** "3 of 6 people, last on 14 July 2026". */
function readingOf({ persons, headCount, lastOn, isNotYetLookedAt }: TeamCoverage): string {
  if (lastOn === null) return 'Not yet looked at';
  const last = `last on ${dateInWords(lastOn)}`;
  if (isNotYetLookedAt) return `Not in these months, ${last}`;
  return `${persons} of ${headCount} ${headCount === 1 ? 'person' : 'people'}, ${last}`;
}
