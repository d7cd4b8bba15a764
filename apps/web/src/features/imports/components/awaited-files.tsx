import { type ReactElement } from 'react';
import { Alert, List, Stack, Text } from '@mantine/core';
import type { ImportView } from '@plumbline/analytics/compliance';
import { kindOf } from '@plumbline/domain/facts';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { changesInWords } from '../model/import-steps.ts';

/** Files that wait too and that this one cannot do without: what they are, and that all of them are applied in one step. */
export function AwaitedFiles({ awaits }: Pick<ImportView, 'awaits'>): ReactElement | null {
  if (awaits.length === 0) return null;
  const isOne = awaits.length === 1;
  const open = awaits.filter((file) => file.needsYes);
  return (
    <Alert
      maw="52rem"
      variant="light"
      color={open.length > 0 ? 'orange' : 'plumb'}
      title={isOne ? 'This file is applied together with another' : `This file is applied together with ${awaits.length} others`}
    >
      <Stack gap="sm">
        <Text className="prose">
          It refers to entries that are not recorded yet but stand in {isOne ? 'a file that waits' : 'files that wait'} as well.
          All of it is recorded in one step, or nothing.
        </Text>
        <List>
          {awaits.map((file) => (
            <List.Item key={file.id}>
              <TextLink to="/imports/$importId" params={{ importId: file.id }}>
                {file.fileName}
              </TextLink>{' '}
              ({kindOf(file.kind).title.toLowerCase()}). {changesInWords(file, false)}
            </List.Item>
          ))}
        </List>
        {open.length > 0 && (
          <Text className="prose">
            Something speaks against {open.map((file) => file.fileName).join(' and ')}. Open and apply{' '}
            {open.length === 1 ? 'it' : 'them'} first, or put {open.length === 1 ? 'it' : 'them'} aside.
          </Text>
        )}
      </Stack>
    </Alert>
  );
}
