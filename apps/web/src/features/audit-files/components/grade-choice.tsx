import { type ReactElement, type ReactNode } from 'react';
import { Radio, Stack } from '@mantine/core';
import { GRADES, GRADE_WORDS, isGrade, type Grade } from '@plumbline/domain/audits';
import { GradeSign } from './grade-sign.tsx';
import css from './audit-files.module.css';

interface GradeChoiceProps {
  /** The id of the first choice, so that a summary can lead to it. */
  readonly id: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly describes: Readonly<Record<Grade, string>> | null;
  readonly value: Grade | null;
  readonly error?: string | undefined;
  readonly onChange: (grade: Grade) => void;
}

/** One of the four grades, each with what it means. */
export function GradeChoice({ id, label, help, describes, value, error, onChange }: GradeChoiceProps): ReactElement {
  return (
    <Radio.Group
      label={label}
      description={help}
      error={error}
      value={value === null ? null : String(value)}
      onChange={(chosen) => {
        const grade = Number(chosen);
        if (isGrade(grade)) onChange(grade);
      }}
    >
      <Stack gap="sm" mt="xs">
        {GRADES.map((grade, at) => (
          <Radio
            key={grade}
            {...(at === 0 ? { id } : {})}
            value={String(grade)}
            className={css['choice'] ?? ''}
            label={
              <span className={css['grade']}>
                <GradeSign grade={grade} size={16} />
                {GRADE_WORDS[grade]}
              </span>
            }
            description={describes?.[grade]}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
