import { type ReactElement } from 'react';
import { Checkbox, NativeSelect, Stack } from '@mantine/core';
import { INDEX_WORDS } from '@plumbline/analytics/wording';
import { INDICES, type IndexName, type Item } from '@plumbline/domain/surveys';
import type { ItemFieldsProps } from './item-editor.tsx';

/** Where the question counts: in the pulse, in an index, turned round, and from how many replies it is shown. */
export function CountedFields({ item, onChange }: ItemFieldsProps): ReactElement {
  return (
    <Stack gap="sm">
      <Checkbox
        label="The pulse takes it"
        description="The short form of twelve questions for between two full rounds."
        checked={item.isPulse}
        onChange={(event) => onChange((before) => ({ ...before, isPulse: event.currentTarget.checked }))}
      />
      {canBeScored(item) && (
        <NativeSelect
          label="Counts towards"
          maw="20rem"
          data={[{ value: '', label: 'No index' }, ...INDICES.map((index) => ({ value: index, label: INDEX_WORDS[index] }))]}
          value={item.index ?? ''}
          onChange={(event) =>
            onChange((before) => ({ ...before, index: (event.currentTarget.value || null) as IndexName | null }))
          }
        />
      )}
      {canBeScored(item) && (
        <Checkbox
          label="Agreeing, or often, means something bad"
          description="Its answers are turned round before anything is worked out."
          checked={item.isReversed}
          onChange={(event) => onChange((before) => ({ ...before, isReversed: event.currentTarget.checked }))}
        />
      )}
      <Checkbox
        label="It is about their own supervisor"
        description="Then it is shown only from eight replies, so that nobody can guess who said what."
        checked={item.isAboutSupervisor}
        onChange={(event) => onChange((before) => ({ ...before, isAboutSupervisor: event.currentTarget.checked }))}
      />
    </Stack>
  );
}

function canBeScored(item: Item): boolean {
  return item.kind === 'scale' || item.kind === 'single' || item.kind === 'number';
}
