import { type ReactElement } from 'react';
import { Button, Group, NumberInput, Radio, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { BAND_WORDS } from '@plumbline/analytics/focus-groups';
import { BANDS, GUIDE, type Band, type Dissent, type FocusGroupRecord, type QuestionNote } from '@plumbline/domain/focus-groups';
import { withNote, withoutSupplementary, withSupplementary, withSupplementaryWords } from '../model/record-edits.ts';

export interface NoteEditorProps {
  readonly note: QuestionNote;
  readonly edit: (change: (record: FocusGroupRecord) => FocusGroupRecord) => void;
  readonly onNext: () => void;
}

/** One question while it is talked about: notes first, then for how many they speak, who saw it otherwise, what else was asked. */
export function NoteEditor({ note, edit, onNext }: NoteEditorProps): ReactElement {
  const change = (part: Partial<QuestionNote>): void => edit((record) => withNote(record, note.id, part));
  const probes = GUIDE.find(({ number }) => number === note.construct)?.probes ?? [];
  return (
    <Stack gap="md" maw="48rem">
      <Textarea
        label="The question, as it is put"
        autosize
        minRows={1}
        value={note.asked}
        onChange={(event) => change({ asked: event.currentTarget.value })}
      />
      {probes.length > 0 && (
        <Text size="sm" c="dimmed">
          If it stays general: {probes.join(' ')}
        </Text>
      )}
      <Textarea
        label="Notes"
        description="Their words where you can. No names of children, families or colleagues."
        data-place="note-summary"
        autosize
        minRows={6}
        value={note.summary}
        onChange={(event) => change({ summary: event.currentTarget.value })}
      />
      <BandChoice band={note.band} onChange={(band) => change({ band })} />
      <DissentFields dissent={note.dissent} onChange={(dissent) => change({ dissent })} />
      <Supplementaries note={note} edit={edit} />
      <Group>
        <Button variant="default" onClick={onNext}>
          Next question
        </Button>
      </Group>
    </Stack>
  );
}

/** For how many the notes speak; unsaid until somebody says it. */
export function BandChoice({
  band,
  onChange,
}: {
  readonly band: Band | null;
  readonly onChange: (band: Band | null) => void;
}): ReactElement {
  return (
    <div>
      <Text component="p" fw={600} size="sm" id="band-label" mb={4}>
        For how many does this speak?
      </Text>
      <SegmentedControl
        aria-labelledby="band-label"
        data={[{ value: 'unsaid', label: 'Not said' }, ...BANDS.map((value) => ({ value, label: BAND_WORDS[value] }))]}
        value={band ?? 'unsaid'}
        onChange={(value) => onChange(value === 'unsaid' ? null : (value as Band))}
      />
    </div>
  );
}

const KINDS: readonly (readonly [Dissent['kind'], string])[] = [
  ['not-recorded', 'Not recorded'],
  ['none', 'Nobody'],
  ['some', 'Somebody did'],
];

/** Whether anybody saw it otherwise. Nothing is taken for granted: it begins as "not recorded". */
export function DissentFields({
  dissent,
  onChange,
}: {
  readonly dissent: Dissent;
  readonly onChange: (dissent: Dissent) => void;
}): ReactElement {
  const choose = (kind: string): void =>
    onChange(kind === 'some' ? { kind: 'some', what: '', howMany: null } : { kind: kind as 'none' | 'not-recorded' });
  return (
    <Stack gap="xs">
      <Radio.Group label="Did anybody see it otherwise?" value={dissent.kind} onChange={choose}>
        <Group gap="md" mt={4}>
          {KINDS.map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Group>
      </Radio.Group>
      {dissent.kind === 'some' && (
        <Group align="flex-start" gap="md">
          <Textarea
            label="What they said"
            data-place="note-dissent"
            flex="1 1 18rem"
            autosize
            minRows={2}
            value={dissent.what}
            onChange={(event) => onChange({ ...dissent, what: event.currentTarget.value })}
          />
          <NumberInput
            label="How many"
            w="7rem"
            min={1}
            max={500}
            allowDecimal={false}
            value={dissent.howMany ?? ''}
            onChange={(value) => onChange({ ...dissent, howMany: typeof value === 'number' && value > 0 ? value : null })}
          />
        </Group>
      )}
    </Stack>
  );
}

function Supplementaries({ note, edit }: Pick<NoteEditorProps, 'note' | 'edit'>): ReactElement {
  return (
    <Stack gap="sm">
      {note.supplementary.map((one, index) => (
        <fieldset key={one.id} style={{ border: 0, margin: 0, padding: 0 }}>
          <Text component="legend" fw={600} size="sm">
            Supplementary question {index + 1}
          </Text>
          <Stack gap="xs">
            <Textarea
              label="Asked"
              data-place={index === note.supplementary.length - 1 ? 'note-supplementary-last' : undefined}
              autosize
              minRows={1}
              value={one.question}
              onChange={(event) => {
                const question = event.currentTarget.value;
                edit((record) => withSupplementaryWords(record, note.id, one.id, { question }));
              }}
            />
            <Textarea
              label="Answered"
              autosize
              minRows={1}
              value={one.answer}
              onChange={(event) => {
                const answer = event.currentTarget.value;
                edit((record) => withSupplementaryWords(record, note.id, one.id, { answer }));
              }}
            />
            <Group>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => edit((record) => withoutSupplementary(record, note.id, one.id))}
              >
                Take question {index + 1} out
              </Button>
            </Group>
          </Stack>
        </fieldset>
      ))}
      <Group>
        <Button size="sm" variant="default" onClick={() => edit((record) => withSupplementary(record, note.id))}>
          Add a supplementary question
        </Button>
      </Group>
    </Stack>
  );
}
