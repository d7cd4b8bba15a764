import { type ReactElement, type ReactNode } from 'react';
import { Button, CloseButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { fieldOf } from '../model/completion-words.ts';
import { linesOf, withLine, withMoreLines, withoutLine, type Lines } from '../model/file-edits.ts';
import css from './audit-files.module.css';
import type { FileWork } from './use-file.ts';

interface LinesFieldProps {
  readonly field: Lines;
  readonly legend: string;
  readonly help: ReactNode;
  /** What one line is called: "Strength". */
  readonly one: string;
  readonly most: number;
  readonly work: FileWork;
}

/** Several short texts, each in a field of its own. */
export function LinesField({ field, legend, help, one, most, work }: LinesFieldProps): ReactElement {
  const lines = linesOf(work.made, field);
  return (
    <fieldset className={css['set']}>
      <Text component="legend" fw={600} size="sm">
        {legend}
      </Text>
      <Text size="sm" c="dimmed" mb="xs">
        {help}
      </Text>
      <Stack gap="xs">
        {lines.map((line, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines keep their places while they are written
          <Group key={at} gap="xs" wrap="nowrap" align="flex-start">
            <Textarea
              {...(at === 0 ? { id: fieldOf(field) } : {})}
              aria-label={`${one} ${at + 1}`}
              flex="1 1 auto"
              autosize
              minRows={1}
              maxLength={2000}
              value={line}
              onChange={(event) => {
                const text = event.currentTarget.value;
                work.edit((made) => withLine(made, field, at, text));
              }}
            />
            {lines.length > 1 && (
              <CloseButton
                size="lg"
                aria-label={`Take out ${one.toLowerCase()} ${at + 1}`}
                onClick={() => work.edit((made) => withoutLine(made, field, at))}
              />
            )}
          </Group>
        ))}
        {lines.length < most && (
          <Group>
            <Button size="compact-sm" variant="default" onClick={() => work.edit((made) => withMoreLines(made, field))}>
              Add another
            </Button>
          </Group>
        )}
      </Stack>
    </fieldset>
  );
}
