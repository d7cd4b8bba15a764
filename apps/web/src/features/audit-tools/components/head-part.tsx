import { type ReactElement } from 'react';
import { Stack, Textarea, TextInput } from '@mantine/core';
import { auditKind } from '@plumbline/domain/audits';
import { keepable, withDescription } from '../model/edit-tool.ts';
import { GradeFields } from './grade-fields.tsx';
import { useFocusWhenLost } from './use-focus-when-lost.ts';
import type { ToolWork } from './use-tool.ts';

/** What auditors read first, and what the four overall grades mean. */
export function HeadPart({ work }: { readonly work: ToolWork }): ReactElement {
  const { tool } = work;
  const first = useFocusWhenLost<HTMLInputElement>();
  return (
    <Stack gap="xl" maw="44rem">
      <TextInput
        ref={first}
        label="Title"
        description="Auditors find it by its title."
        maxLength={200}
        value={tool.title}
        error={tool.title.trim() === '' ? 'Give it a title before it is published.' : undefined}
        onChange={(event) => {
          const title = keepable(event.currentTarget.value);
          work.edit((before) => ({ ...before, title }), 'Changed the title');
        }}
      />
      <Textarea
        label="Introduction"
        description="What to read, how to go about it, and where the questions come from. Auditors see it above the questions."
        autosize
        minRows={5}
        maxLength={4000}
        value={tool.introduction}
        onChange={(event) => {
          const introduction = keepable(event.currentTarget.value);
          work.edit((before) => ({ ...before, introduction }), 'Changed the introduction');
        }}
      />
      {auditKind(tool.kind).isGraded && (
        <GradeFields
          legend="What each overall grade means"
          says="The overall grade is the auditor’s judgement and no average of the others. Describe all four, so that auditors grade alike."
          value={tool.overall}
          emptyIs="Say what this grade means before it is published."
          onChange={(grade, text) =>
            work.edit(
              (before) => ({ ...before, overall: withDescription(before.overall, grade, text) }),
              'Changed what an overall grade means',
            )
          }
        />
      )}
    </Stack>
  );
}
