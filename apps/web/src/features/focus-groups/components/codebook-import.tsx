import { useState, type ReactElement } from 'react';
import { Button, FileInput, Group, Stack, Text, Title } from '@mantine/core';
import { withOffer, type CodebookOffer } from '@plumbline/analytics/focus-groups';
import type { Codebook } from '@plumbline/domain/focus-groups';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { refusalOf, REFUSAL_WORDS } from '../../../parts/form/refusal.ts';
import css from './focus-groups.module.css';

const MOST_LETTERS = 900_000;

/** Takes codes over from a file, REFI-QDA or CSV. Shown first; what the file leaves out stays. */
export function CodebookImport({
  codebook,
  onTake,
}: {
  readonly codebook: Codebook;
  readonly onTake: (next: Codebook) => void;
}): ReactElement {
  const trpc = useTRPC();
  const read = useMutation(trpc.focusGroups.readCodebook.mutationOptions());
  const [problem, setProblem] = useState<string | null>(null);

  async function choose(file: File | null): Promise<void> {
    setProblem(null);
    read.reset();
    if (file === null) return;
    const text = await file.text();
    if (text.length > MOST_LETTERS) return setProblem('The file is larger than a codebook can be.');
    read.mutate(
      { fileName: file.name, text },
      {
        onError: (error) => {
          const { kind, fields } = refusalOf(error);
          setProblem(fields['file'] ?? REFUSAL_WORDS[kind]);
        },
      },
    );
  }

  return (
    <section aria-labelledby="codebook-import" className="no-print">
      <Title order={2} id="codebook-import" mb="xs">
        Take codes over from a file
      </Title>
      <Stack gap="sm" maw="40rem">
        <FileInput
          label="A codebook as REFI-QDA (.qdc) or CSV"
          accept=".qdc,.csv,text/csv"
          clearable
          clearButtonProps={{ 'aria-label': 'Choose another file' }}
          error={problem}
          onChange={(file) => void choose(file)}
        />
        {read.data !== undefined && (
          <Offer
            offer={read.data}
            onTake={() => {
              onTake(withOffer(codebook, read.data));
              read.reset();
            }}
          />
        )}
      </Stack>
    </section>
  );
}

function Offer({ offer, onTake }: { readonly offer: CodebookOffer; readonly onTake: () => void }): ReactElement {
  const isEmpty = offer.added.length === 0 && offer.changed.length === 0;
  return (
    <Stack gap="sm">
      <Text>
        {offer.added.length} new, {offer.changed.length} said otherwise, {offer.unchanged} as they are here
        {offer.merged.length > 0 && `; ${offer.merged.join(', ')} were merged here and stay so`}.
      </Text>
      <ul className={css['list']}>
        {offer.added.map(({ id, name }) => (
          <li key={id}>
            New: {id} {name}
          </li>
        ))}
        {offer.changed.map(({ before, after }) => (
          <li key={after.id}>
            {after.id}: {before.name === after.name ? before.name : `${before.name} → ${after.name}`}
          </li>
        ))}
      </ul>
      <Group>
        <Button size="sm" disabled={isEmpty} onClick={onTake}>
          Take these over
        </Button>
      </Group>
    </Stack>
  );
}
