import { useState, type FormEvent, type ReactElement } from 'react';
import { Alert, Button, FileInput, Group, Radio, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IMPORT_REFUSAL_WORDS, importNote } from '@plumbline/analytics/wording';
import type { DesignImportNote } from '@plumbline/domain/surveys';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { refusalOf, REFUSAL_WORDS } from '../../../parts/form/refusal.ts';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import type { DesignListRow } from '../model/outputs.ts';
import css from './design.module.css';

type From = 'full' | 'pulse' | 'pulse-of' | 'copy' | 'version' | 'file' | 'blank';

interface BeginDesignProps {
  readonly designs: readonly DesignListRow[];
  readonly onBegun: (designId: string) => void;
}

const LARGEST_FILE = 900_000;

/** Begins a survey: with the full form, the pulse, a copy, an earlier version, a file of another tool, or nothing. */
export function BeginDesign({ designs, onBegun }: BeginDesignProps): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [from, setFrom] = useState<From>('full');
  const [other, setOther] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const [came, setCame] = useState<{ readonly designId: string; readonly notes: readonly DesignImportNote[] } | null>(null);
  const start = useMutation(
    trpc.surveyDesigns.start.mutationOptions({
      onSuccess: (begun) => {
        void queryClient.invalidateQueries({ queryKey: trpc.surveyDesigns.pathKey() });
        if (begun.notes.length === 0) onBegun(begun.designId);
        else setCame(begun);
      },
    }),
  );

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const isTooLarge = from === 'file' && file !== null && file.size > LARGEST_FILE;
    if (isTooLarge) return setMissing(IMPORT_REFUSAL_WORDS['too-large'] ?? null);
    const beginning = beginningOf(from, other, file === null ? null : { name: file.name, text: await file.text() });
    if (beginning === null) return setMissing(from === 'file' ? 'Choose a file.' : 'Choose a form.');
    setMissing(null);
    return start.mutate({
      from: beginning,
      title: title.trim() === '' ? USUAL_TITLES[from] : title.trim(),
      idempotencyKey: newIdempotencyKey(),
    });
  }

  if (came !== null) return <CameOver designId={came.designId} notes={came.notes} />;
  const copies = designs.map(({ id, title: name }) => ({ value: id, label: name }));
  const versions = designs.flatMap(({ id, title: name, versions: all }) =>
    all.map(({ number }) => ({ value: `${id} ${number}`, label: `${name}, version ${number}` })),
  );
  return (
    <PlainForm onSubmit={(event) => void submit(event)}>
      <Stack gap="md" maw="36rem">
        {start.isError && <NotBegun error={start.error} />}
        <Radio.Group
          label="Begin with"
          value={from}
          onChange={(value) => {
            setFrom(value as From);
            setOther(null);
            setMissing(null);
          }}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="full"
              label="The full form"
              description="Thirteen questions in about forty items, ten to twelve minutes, with what your policy says built in."
            />
            <Radio
              value="pulse"
              label="The pulse"
              description="Twelve items and about three minutes, for between two full rounds."
            />
            {copies.length > 0 && (
              <Radio
                value="pulse-of"
                label="The pulse of a form"
                description="Only the questions of it that are marked for the pulse."
              />
            )}
            {copies.length > 0 && <Radio value="copy" label="A copy of a form as it stands" />}
            {versions.length > 0 && (
              <Radio value="version" label="A published version" description="What is asked again stays comparable with it." />
            )}
            <Radio
              value="file"
              label="A file from LimeSurvey (.lss) or SurveyJS (.json)"
              description="What has no like here is listed, question by question."
            />
            <Radio value="blank" label="Nothing" />
          </Stack>
        </Radio.Group>
        {(from === 'copy' || from === 'pulse-of' || from === 'version') && (
          <NativeSelect
            label="Which"
            data={[{ value: '', label: 'Choose one' }, ...(from === 'version' ? versions : copies)]}
            value={other ?? ''}
            onChange={(event) => setOther(event.currentTarget.value || null)}
            error={missing}
          />
        )}
        {from === 'file' && (
          <FileInput label="The file" accept=".lss,.xml,.json" value={file} onChange={setFile} error={missing} />
        )}
        <TextInput
          label="Title"
          description="Staff see it when they are asked."
          placeholder={USUAL_TITLES[from]}
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

const USUAL_TITLES: Readonly<Record<From, string>> = {
  full: 'How supervision works here',
  pulse: 'How supervision works here: a short look',
  'pulse-of': 'How supervision works here: a short look',
  copy: 'Copy of a form',
  version: 'How supervision works here',
  file: 'Survey from a file',
  blank: 'New survey',
};

type Beginning =
  | { readonly kind: 'full' | 'pulse' | 'blank' }
  | { readonly kind: 'copy' | 'pulse-of'; readonly designId: string }
  | { readonly kind: 'version'; readonly designId: string; readonly number: number }
  | { readonly kind: 'file'; readonly text: string; readonly fileName: string };

function beginningOf(
  from: From,
  other: string | null,
  file: { readonly name: string; readonly text: string } | null,
): Beginning | null {
  switch (from) {
    case 'copy':
    case 'pulse-of':
      return other === null ? null : { kind: from, designId: other };
    case 'version': {
      const [designId, number] = (other ?? '').split(' ');
      return designId === undefined || number === undefined ? null : { kind: 'version', designId, number: Number(number) };
    }
    case 'file':
      return file === null ? null : { kind: 'file', text: file.text.replaceAll('\u0000', ''), fileName: file.name.slice(0, 200) };
    default:
      return { kind: from };
  }
}

function NotBegun({ error }: { readonly error: unknown }): ReactElement {
  const { kind, fields } = refusalOf(error);
  return (
    <Alert role="alert" color="var(--pl-status-overdue)" variant="light" title="Nothing was begun">
      {IMPORT_REFUSAL_WORDS[fields['file'] ?? ''] ?? REFUSAL_WORDS[kind]}
    </Alert>
  );
}

/** What did not come over, or not whole, question by question, before the survey is opened. */
function CameOver({ designId, notes }: { readonly designId: string; readonly notes: readonly DesignImportNote[] }): ReactElement {
  return (
    <Stack gap="md" maw="48rem">
      <h3>What did not come over whole</h3>
      <ul className={css['findings']}>
        {notes.map(({ question, text, kind, detail }) => (
          <li key={`${question} ${kind} ${detail}`}>
            <strong>{question}</strong>
            {text !== '' && text !== question && ` “${text}”`}. {importNote({ kind, detail })}
          </li>
        ))}
      </ul>
      <Group>
        <ButtonLink to="/surveys/designs/$designId" params={{ designId }}>
          Open the survey
        </ButtonLink>
      </Group>
    </Stack>
  );
}
