import { type ReactElement } from 'react';
import { GRADES, GRADE_WORDS, type Grade } from '@plumbline/domain/audits';
import css from './audit-files.module.css';

/** A grade as so many filled steps of four: told apart without colour, beside the word. */
export function GradeSign({ grade, size = 18 }: { readonly grade: Grade; readonly size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false" className={css['gradeSign']}>
      {GRADES.map((step) => (
        <rect
          key={step}
          x={step * 4 - 3.5}
          y={14 - step * 3}
          width="3"
          height={step * 3}
          fill={step <= grade ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="0.9"
        />
      ))}
    </svg>
  );
}

/** A grade in its word, with its steps. */
export function GradeWord({ grade }: { readonly grade: Grade }): ReactElement {
  return (
    <span className={css['grade']}>
      <GradeSign grade={grade} />
      <span>{GRADE_WORDS[grade]}</span>
    </span>
  );
}
