import { type ReactElement } from 'react';
import { Group, Radio } from '@mantine/core';
import { choicesOf } from '../model/session-words.ts';

/** In person, by video or by telephone. */
export function ModeField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (mode: string) => void;
}): ReactElement {
  return (
    <Radio.Group label="How (optional)" value={value === '' ? null : value} onChange={onChange}>
      <Group gap="lg" mt="xs">
        {choicesOf('mode').map((choice) => (
          <Radio key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </Group>
    </Radio.Group>
  );
}
