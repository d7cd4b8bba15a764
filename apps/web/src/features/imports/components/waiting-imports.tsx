import { type ReactElement } from 'react';
import { List, Stack, Title } from '@mantine/core';
import type { ImportView } from '@plumbline/analytics/compliance';
import { kindOf } from '@plumbline/domain/facts';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { isOpen, isWorking, STATE_WORDS } from '../model/import-steps.ts';

/** Files that are begun and wait for somebody, before anything else. */
export function WaitingImports({ imports }: { readonly imports: readonly ImportView[] }): ReactElement | null {
  const waiting = imports.filter((view) => isOpen(view.state) || isWorking(view.state));
  if (waiting.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby="waiting-files">
      <Title order={2} id="waiting-files">
        {waiting.length === 1 ? 'One file waits' : `${waiting.length} files wait`}
      </Title>
      <List>
        {waiting.map((view) => (
          <List.Item key={view.id}>
            <TextLink to="/imports/$importId" params={{ importId: view.id }}>
              {view.fileName}
            </TextLink>{' '}
            ({kindOf(view.kind).title.toLowerCase()}): {STATE_WORDS[view.state].toLowerCase()}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
