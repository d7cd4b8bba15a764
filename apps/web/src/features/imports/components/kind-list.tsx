import { type ReactElement } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import type { ImportView } from '@plumbline/analytics/compliance';
import { instantInWords } from '../../../parts/fact/value-words.ts';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { importKinds } from '../model/import-kinds.ts';
import css from './kind-list.module.css';

/** The kinds of file in the order in which they are best brought in, each with when that was last done. */
export function KindList({ imports }: { readonly imports: readonly ImportView[] }): ReactElement {
  return (
    <Stack component="section" gap="sm" aria-labelledby="kinds-of-file">
      <Title order={2} id="kinds-of-file">
        Bring in a file
      </Title>
      <Text className="prose">
        One file for each kind, best in this order the first time: what others refer to comes first. You see what a file would
        change before anything is recorded.
      </Text>
      <ol className={css['kinds']}>
        {importKinds().map((kind) => (
          <li key={kind.name} className={css['kind']}>
            <TextLink to="/imports/new" search={{ kind: kind.name }} fw={600}>
              {kind.title}
            </TextLink>
            <Text size="sm" c="dimmed">
              {kind.help}
            </Text>
            <Text size="sm">{lastApplied(imports, kind.name)}</Text>
          </li>
        ))}
      </ol>
    </Stack>
  );
}

function lastApplied(imports: readonly ImportView[], kind: string): string {
  const at = imports
    .filter((view) => view.kind === kind && view.appliedAt !== null)
    .map((view) => view.appliedAt ?? '')
    .toSorted()
    .at(-1);
  return at === undefined ? 'No file applied yet' : `Last applied ${instantInWords(at)}`;
}
