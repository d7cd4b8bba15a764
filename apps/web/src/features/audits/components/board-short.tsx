import { type ReactElement } from 'react';
import type { AuditBoard } from '@plumbline/analytics/audits';
import { READING_WORDS } from '@plumbline/analytics/wording';
import css from './board-figures.module.css';

interface Said {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
}

/** What the board says, in sentences, each leading to its figures. */
export function BoardShort({ board, hasGrades }: { readonly board: AuditBoard; readonly hasGrades: boolean }): ReactElement {
  const [lead, ...rest] = saidBy(board, hasGrades);
  return (
    <section aria-labelledby="short-title" className={css['short']}>
      <h2 id="short-title" className={css['hidden']}>
        In short
      </h2>
      {lead !== undefined && (
        <p className={css['lead']}>
          {lead.sentence} <a href={`#${lead.id}`}>{lead.title}</a>
        </p>
      )}
      <ul className={css['plain']}>
        {rest.map(({ id, title, sentence }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>: {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Only parts that stand further down, and have something to say. */
function saidBy({ grades, themes, improvement, actions, coverage, agreement }: AuditBoard, hasGrades: boolean): Said[] {
  const found: (Said | null)[] = [
    hasGrades ? { id: 'grades', title: 'Grades by team', sentence: grades.sentence } : null,
    hasGrades && improvement.rows.length > 0
      ? { id: 'improvement', title: 'Since the period before', sentence: improvement.sentence }
      : null,
    hasGrades && themes.weakest.length > 0 ? { id: 'themes', title: 'Areas of practice', sentence: themes.sentence } : null,
    actions.table.rows.length > 0 ? { id: 'actions', title: 'Actions', sentence: actions.sentence } : null,
    coverage.rows.length > 0 ? { id: 'coverage', title: 'Teams', sentence: coverage.sentence } : null,
    hasGrades && agreement.figures !== null && agreement.figures.pairs > 0
      ? { id: 'agreement', title: 'Graders', sentence: agreedInWords(agreement.figures) ?? agreement.sentence }
      : null,
  ];
  return found.filter((one) => one !== null);
}

/** What may rest on the grades; the figures behind it stand further down. */
function agreedInWords({ same, pairs, reading }: NonNullable<AuditBoard['agreement']['figures']>): string | null {
  return reading === null ? null : `${same} of ${pairs} second grades agreed with the first: ${READING_WORDS[reading]}.`;
}
