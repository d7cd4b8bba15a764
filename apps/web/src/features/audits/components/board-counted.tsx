import { type ReactElement } from 'react';
import type { GradeRow, GradesModel } from '@plumbline/analytics/audits';
import { auditsInWords, listInWords } from '@plumbline/analytics/wording';
import { HiddenNote } from './board-grades.tsx';
import { BoardSection } from './board-section.tsx';
import { TeamRow } from './board-team-files.tsx';
import css from './board-figures.module.css';

/** Audits of what was picked, or managers' own checks: counted, never turned into shares, and kept apart from samples. */
export function BoardCounted({
  model,
  explains,
}: {
  readonly model: GradesModel;
  /** Whether it is said here why some rows have no grades. */
  readonly explains: boolean;
}): ReactElement {
  const { rows, basis } = model;
  return (
    <BoardSection
      id={`counted-${basis}`}
      title={basis === 'own-line' ? 'Managers’ own checks' : 'Picked for a reason'}
      sentence={model.sentence}
      table={model.table}
    >
      {explains && <HiddenNote />}
      <ul className={css['rows']}>
        {rows.map((row) => (
          <TeamRow key={row.key} team={row.key} name={row.label}>
            <span className={css['note']}>{row.note ?? countsInWords(row, model)}</span>
          </TeamRow>
        ))}
      </ul>
    </BoardSection>
  );
}

/** "3 audits: one requires improvement, two good". */
function countsInWords({ counts, graded }: GradeRow, { legend }: GradesModel): string {
  const parts = legend
    .map(({ grade, text }) => ({ text: text.toLowerCase(), count: counts?.[grade - 1] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ text, count }) => `${count} ${text}`);
  return `${auditsInWords(graded ?? 0)}: ${listInWords(parts)}`;
}
