import { useState, type FormEvent, type ReactElement } from 'react';
import { Alert, Button, FileInput, Group, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { PolicyVersionsView } from '@plumbline/analytics/compliance';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { readPolicyFile } from '../model/policy-file.ts';

type From = 'in-force' | 'blank' | 'council' | 'standard' | 'text';

interface BeginDraftProps {
  readonly shelf: PolicyVersionsView['shelf'];
  readonly onBegun: (draftId: string) => void;
}

/** Begins a new version: from the policy in force, another council's, the national standard, a file, or blank. */
export function BeginDraft({ shelf, onBegun }: BeginDraftProps): ReactElement {
  const trpc = useTRPC();
  const start = useMutation(trpc.policyDrafts.start.mutationOptions({ onSuccess: ({ draftId }) => onBegun(draftId) }));
  const [from, setFrom] = useState<From>('in-force');
  const [other, setOther] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [missing, setMissing] = useState<string | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const read = from === 'text' && file !== null ? await readPolicyFile(file) : null;
    if (read !== null && 'problem' in read) return setMissing(read.problem);
    const beginning = beginningOf(from, from === 'standard' ? (standard?.id ?? null) : other, file, read?.text ?? null);
    if (beginning === null) return setMissing(from === 'council' ? 'Choose a council.' : 'Choose a file.');
    setMissing(null);
    return start.mutate({
      from: beginning,
      title: title.trim() === '' ? 'New version' : title.trim(),
      idempotencyKey: newIdempotencyKey(),
    });
  }

  const standard = shelf.find(({ kind }) => kind === 'standard');
  const refusal = start.isError ? refusalOf(start.error) : null;
  return (
    <PlainForm onSubmit={(event) => void submit(event)}>
      <Stack gap="md" maw="36rem">
        {refusal !== null && refusal.fields['file'] === undefined && <RefusalNotice refusal={refusal} />}
        {refusal?.fields['file'] !== undefined && <FileRefused lines={refusal.fields['file'].split('\n')} />}
        <Radio.Group label="Begin with" value={from} onChange={(value) => setFrom(value as From)}>
          <Stack gap="xs" mt="xs">
            <Radio value="in-force" label="The policy in force" />
            <Radio
              value="council"
              label="Another council’s policy"
              description="A copy to change; its rules keep their ids, so that the two can be compared."
            />
            {standard !== undefined && (
              <Radio value="standard" label="The national employer standard" description={standard.title} />
            )}
            <Radio value="text" label="A file: a policy that was exported, as YAML or JSON" />
            <Radio value="blank" label="A blank one" />
          </Stack>
        </Radio.Group>
        {from === 'council' && (
          <Select
            label="Which council"
            data={shelf
              .filter(({ kind }) => kind === 'council')
              .map(({ id, council, title: name }) => ({ value: id, label: `${council}: ${name}` }))}
            value={other}
            onChange={setOther}
            error={missing}
          />
        )}
        {from === 'text' && (
          <FileInput label="The file" accept=".yaml,.yml,.json" value={file} onChange={setFile} error={missing} />
        )}
        <TextInput
          label="What it is called while you work on it"
          placeholder="New version"
          maxLength={120}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={start.isPending}>
            Begin
          </Button>
        </Group>
      </Stack>
    </PlainForm>
  );
}

/** A file that could not be taken in at all: each slip with its line, and what stays as it is. */
function FileRefused({ lines }: { readonly lines: readonly string[] }): ReactElement {
  return (
    <Alert role="alert" color="var(--pl-status-overdue)" variant="light" title="This file cannot be read as a policy">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      Nothing has begun, and the version in force stays in force.
    </Alert>
  );
}

type Beginning =
  | { readonly kind: 'in-force' | 'blank' }
  | { readonly kind: 'shelf'; readonly id: string }
  | { readonly kind: 'text'; readonly text: string; readonly fileName: string };

function beginningOf(from: From, other: string | null, file: File | null, text: string | null): Beginning | null {
  if (from === 'council' || from === 'standard') return other === null ? null : { kind: 'shelf', id: other };
  if (from === 'text') return file === null || text === null ? null : { kind: 'text', text, fileName: file.name };
  return { kind: from };
}
