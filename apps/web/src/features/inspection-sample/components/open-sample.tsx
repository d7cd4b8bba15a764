import { useState, type ReactElement } from 'react';
import { Alert, Button, Group, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../../../app/api/trpc.ts';
import { refusalOf, REFUSAL_WORDS } from '../../../parts/form/refusal.ts';
import { SubjectPicker } from '../../../parts/picker/subject-picker.tsx';
import type { SampleView } from '../model/outputs.ts';
import { namedInWords } from '../model/sample-words.ts';
import { SampleRecords } from './sample-records.tsx';
import css from './sample.module.css';

/**
 * Opens the records of a sample on a press, and never by itself: each opening is kept as a look at everybody named, so nothing here asks
 * again when the window comes back or another page has changed something.
 */
export function OpenSample({ view }: { readonly view: SampleView }): ReactElement {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { id: sampleId, whyNot } = view;
  const [beside, setBeside] = useState(view.beside);
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: trpc.impact.sample.queryKey({ sampleId }) });
  const opening = useMutation({
    mutationFn: (besideId: string) => client.impact.openSample.query({ sampleId, besideId }),
    gcTime: 0,
    onSettled: refresh,
  });
  // What was opened stays in sight when the sample is ended in another window, and never after it was ended in this one.
  if (opening.data !== undefined && view.state === 'open')
    return (
      <SampleRecords
        opened={opening.data}
        besideId={opening.variables}
        onFile={() => void refresh()}
        onClose={() => opening.reset()}
      />
    );
  return (
    <section aria-labelledby="open" className={`${css['part']} no-print`}>
      <Title order={2} id="open">
        The records
      </Title>
      {whyNot === null ? (
        <div className={css['desk']}>
          <p className={css['note']}>
            Opening shows the records of {namedInWords(view)} and keeps a look for each, with who sits beside the inspector. Staff
            see it among those who looked at their record.
          </p>
          <SubjectPicker
            id="opening-beside"
            kind="person"
            label="Who sits beside the inspector now"
            value={beside.id}
            calledAs={beside.name}
            isRequired
            onChange={(id, name) => setBeside({ id, name })}
          />
          {opening.isError && (
            <Alert role="alert" color="orange" variant="light" title="Nothing was opened">
              {refusalWords(opening.error)}
            </Alert>
          )}
          <Group>
            <Button disabled={beside.id === ''} loading={opening.isPending} onClick={() => opening.mutate(beside.id)}>
              Open the records
            </Button>
          </Group>
          <p className={css['note']} aria-live="polite">
            {opening.isPending ? 'Keeping the looks and putting the records together.' : ''}
          </p>
        </div>
      ) : (
        <p className={css['note']}>{whyNot}</p>
      )}
    </section>
  );
}

/** What the server says of the sample or of who sits beside, where it says something. */
function refusalWords(error: unknown): string {
  const { kind, fields } = refusalOf(error);
  return fields['beside'] ?? fields['sample'] ?? REFUSAL_WORDS[kind];
}
