import { type ReactElement } from 'react';
import { Stack, Title } from '@mantine/core';
import type { DraftPart } from '../model/draft-parts.ts';
import { valueAt } from '../model/draft-edits.ts';
import { ControlField } from './control/control-field.tsx';
import css from './draft.module.css';
import type { DraftWork } from './use-draft.ts';

/** One part of a policy beside its rules, as a form. */
export function PartEditor({ part, work }: { readonly part: DraftPart; readonly work: DraftWork }): ReactElement {
  return (
    <Stack gap="md" className={css['form'] ?? ''}>
      <Title order={2}>{part.label}</Title>
      {part.fields.map((field) => (
        <ControlField
          key={field.name}
          control={field.control}
          path={field.name}
          label={field.label}
          help={field.help}
          isRequired={field.isRequired}
          value={valueAt(work.pack, [field.name])}
          onChange={(value) =>
            work.edit(value === undefined ? { op: 'remove', path: [field.name] } : { op: 'set', path: [field.name], value })
          }
        />
      ))}
    </Stack>
  );
}
