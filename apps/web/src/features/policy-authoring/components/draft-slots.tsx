import { useState, type ReactElement } from 'react';
import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { textOf, valueAt, type Data, type Path } from '../model/draft-edits.ts';
import { formsOf, HOLDS, isEmpty, newSlot, slotsOf, type DraftSlot } from '../model/draft-slots.ts';
import { problemAt } from '../model/remarks.ts';
import css from './draft.module.css';
import { SendDocumentButton } from './send-document-button.tsx';
import type { DraftWork } from './use-draft.ts';

interface DraftSlotsProps {
  readonly draftId: string;
  readonly work: DraftWork;
  readonly isReadOnly: boolean;
}

/** The places for the council's own forms and tools, all on one page: what they are called, where they are found, and the document itself. */
export function DraftSlots({ draftId, work, isReadOnly }: DraftSlotsProps): ReactElement {
  const slots = slotsOf(work.pack);
  const forms = formsOf(work.pack);
  return (
    <Stack gap="lg" className={css['form'] ?? ''}>
      <div>
        <Title order={2}>Own forms and tools</Title>
        <Text c="dimmed">
          A policy names forms and tools that the council has itself. Put in what each is called, where it is found, or the
          document. People see it beside the form.
        </Text>
      </div>
      {slots.length === 0 && <Text>No form of this draft has such a place yet.</Text>}
      {slots.map((slot) => (
        <SlotEditor key={slot.path.join('.')} draftId={draftId} slot={slot} work={work} isReadOnly={isReadOnly} />
      ))}
      {!isReadOnly && forms.length > 0 && <AddSlot forms={forms} work={work} />}
      {forms.length === 0 && <Text c="dimmed">This draft has no forms; they are begun under Other parts.</Text>}
    </Stack>
  );
}

interface SlotEditorProps extends DraftSlotsProps {
  readonly slot: DraftSlot;
}

function SlotEditor({ draftId, slot: { path, slot, form }, work, isReadOnly }: SlotEditorProps): ReactElement {
  const id = path.join('-');
  const set = (name: string, text: string, empty: Data | undefined): void =>
    work.edit(
      text === '' && empty === undefined
        ? { op: 'remove', path: [...path, name] }
        : { op: 'set', path: [...path, name], value: text === '' ? (empty ?? null) : text },
    );
  const problemOf = (name: string): string | null => problemAt(work.remarks, [...path, name].join('.'));
  return (
    <section aria-labelledby={id} className={css['slot']}>
      <Title order={3} id={id}>
        {textOf(slot, 'title')}
      </Title>
      <Text size="sm" c="dimmed">
        {HOLDS[textOf(slot, 'holds')] ?? 'A place'}, on “{form}”{isEmpty(slot) ? ' · empty so far' : ''}
      </Text>
      <Text>{textOf(slot, 'says')}</Text>
      <Stack gap="sm" mt="xs">
        <TextInput
          label="What it is called"
          maxLength={300}
          readOnly={isReadOnly}
          value={textOf(slot, 'filledWith')}
          error={problemOf('filledWith')}
          onChange={(event) => set('filledWith', event.currentTarget.value, null)}
        />
        <TextInput
          label="Address"
          description="Where people find it, on the intranet or elsewhere."
          placeholder="https://"
          maxLength={2000}
          readOnly={isReadOnly}
          value={textOf(slot, 'link')}
          error={problemOf('link')}
          onChange={(event) => set('link', event.currentTarget.value.trim(), undefined)}
        />
        <SlotDocument
          draftId={draftId}
          present={textOf(slot, 'document')}
          isReadOnly={isReadOnly}
          onChange={(to) => set('document', to, undefined)}
        />
      </Stack>
    </section>
  );
}

interface SlotDocumentProps {
  readonly draftId: string;
  /** The document's number; empty where there is none. */
  readonly present: string;
  readonly isReadOnly: boolean;
  readonly onChange: (document: string) => void;
}

function SlotDocument({ draftId, present, isReadOnly, onChange }: SlotDocumentProps): ReactElement {
  return (
    <SendDocumentButton
      of={{ place: draftId }}
      label={present === '' ? 'Add a document' : 'Another document'}
      refusedAs="The document was not added"
      isHidden={isReadOnly}
      onSent={onChange}
      before={
        present === '' ? (
          <Text c="dimmed">No document</Text>
        ) : (
          <a href={`/api/policy/documents/${present}`} target="_blank" rel="noreferrer">
            Open the document
          </a>
        )
      }
      after={
        !isReadOnly &&
        present !== '' && (
          <Button variant="subtle" size="xs" onClick={() => onChange('')}>
            Take the document away
          </Button>
        )
      }
    />
  );
}

/** A further place on a form, for what the council has and the policy does not name. */
function AddSlot({ forms, work }: { readonly forms: readonly Data[]; readonly work: DraftWork }): ReactElement {
  const [title, setTitle] = useState('');
  const [form, setForm] = useState('0');
  const [holds, setHolds] = useState('tool');
  const at = Number(form);

  function add(): void {
    const path: Path = ['templates', at, 'slots'];
    const slot = newSlot(forms[at], title.trim(), holds);
    const present = valueAt(work.pack, path);
    if (Array.isArray(present)) work.edit({ op: 'insert', path: [...path, present.length], value: slot });
    else work.edit({ op: 'set', path, value: [slot] });
    setTitle('');
  }

  return (
    <section aria-labelledby="add-slot" className={css['slot']}>
      <Title order={3} id="add-slot">
        Add a place
      </Title>
      <PlainForm
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== '') add();
        }}
      >
        <Stack gap="sm" mt="xs">
          <TextInput
            label="For what"
            placeholder="Risk tool"
            maxLength={100}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Select
            label="On which form"
            allowDeselect={false}
            data={forms.map((one, i) => ({ value: String(i), label: textOf(one, 'title') || `Form ${i + 1}` }))}
            value={form}
            onChange={(value) => setForm(value ?? '0')}
          />
          <Select
            label="What belongs there"
            allowDeselect={false}
            data={Object.entries(HOLDS).map(([value, label]) => ({ value, label }))}
            value={holds}
            onChange={(value) => setHolds(value ?? 'tool')}
          />
          <Group>
            <Button type="submit" variant="default" disabled={title.trim() === ''}>
              Add the place
            </Button>
          </Group>
        </Stack>
      </PlainForm>
    </section>
  );
}
