import { type ReactElement } from 'react';
import { Stack, Text, Textarea } from '@mantine/core';
import { GRADE_WORDS, GRADES, type Grade } from '@plumbline/domain/audits';
import { keepable } from '../model/edit-tool.ts';
import css from './audit-tools.module.css';

interface GradeFieldsProps {
  readonly legend: string;
  readonly says: string;
  readonly value: Readonly<Record<Grade, string>>;
  /** What is wrong with one that is left empty; none where it may be. */
  readonly emptyIs?: string;
  readonly onChange: (grade: Grade, text: string) => void;
}

/** What each of the four grades looks like, from the best. */
export function GradeFields({ legend, says, value, emptyIs, onChange }: GradeFieldsProps): ReactElement {
  return (
    <fieldset className={css['fields']}>
      <legend>{legend}</legend>
      <Text size="sm" c="dimmed" mb="xs">
        {says}
      </Text>
      <Stack gap="sm">
        {GRADES.toReversed().map((grade) => (
          <Textarea
            key={grade}
            label={GRADE_WORDS[grade]}
            autosize
            minRows={1}
            maxLength={600}
            value={value[grade]}
            error={value[grade].trim() === '' ? emptyIs : undefined}
            onChange={(event) => onChange(grade, keepable(event.currentTarget.value))}
          />
        ))}
      </Stack>
    </fieldset>
  );
}
