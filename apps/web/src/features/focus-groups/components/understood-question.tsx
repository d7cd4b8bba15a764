import { type ReactElement } from 'react';
import { Button, Group, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { BAND_WORDS } from '@plumbline/analytics/focus-groups';
import { GUIDE, type FocusGroupRecord, type QuestionNote, type QuestionReading } from '@plumbline/domain/focus-groups';
import { withMergedUp, withNote, withSupplementaryWords } from '../model/record-edits.ts';
import css from './focus-groups.module.css';
import { BandChoice, DissentFields } from './note-editor.tsx';

interface UnderstoodQuestionProps {
  readonly note: QuestionNote;
  readonly number: number;
  readonly reading: QuestionReading | null;
  readonly edit: (change: (record: FocusGroupRecord) => FocusGroupRecord) => void;
}

const CHOICES = [
  { value: '0', label: 'None of the thirteen: a question of our own' },
  ...GUIDE.map(({ number, about }) => ({ value: String(number), label: `${number}. ${about}` })),
];

/** One question of the file, as it was understood. */
export function UnderstoodQuestion({ note, number, reading, edit }: UnderstoodQuestionProps): ReactElement {
  const change = (part: Partial<QuestionNote>): void => edit((record) => withNote(record, note.id, part));
  return (
    <article className={css['note']} aria-labelledby={`understood-${note.id}`}>
      <Stack gap="sm" maw="48rem">
        <Title order={3} id={`understood-${note.id}`}>
          Question {reading?.number ?? number}
        </Title>
        <Textarea
          label="As it was asked"
          autosize
          minRows={1}
          value={note.asked}
          onChange={(event) => change({ asked: event.currentTarget.value })}
        />
        <Select
          label="What it is about"
          description={
            reading?.by === 'words'
              ? 'By its words'
              : reading?.by === 'number'
                ? 'By its number alone: look'
                : 'Not known: choose'
          }
          data={CHOICES}
          allowDeselect={false}
          value={String(note.construct ?? 0)}
          onChange={(value) => change({ construct: value === null || value === '0' ? null : Number(value) })}
        />
        <Textarea
          label="What was written"
          autosize
          minRows={2}
          value={note.summary}
          onChange={(event) => change({ summary: event.currentTarget.value })}
        />
        {note.supplementary.map(({ id, question, answer }, place) => (
          <Group key={id} align="flex-start" gap="md">
            <Textarea
              label={`Supplementary question ${place + 1}`}
              flex="1 1 16rem"
              autosize
              value={question}
              onChange={(event) => {
                const words = event.currentTarget.value;
                edit((record) => withSupplementaryWords(record, note.id, id, { question: words }));
              }}
            />
            <Textarea
              label={`Its answer ${place + 1}`}
              flex="1 1 16rem"
              autosize
              value={answer}
              onChange={(event) => {
                const words = event.currentTarget.value;
                edit((record) => withSupplementaryWords(record, note.id, id, { answer: words }));
              }}
            />
          </Group>
        ))}
        <Proposals note={note} reading={reading} onTake={(band) => change({ band })} />
        <BandChoice band={note.band} onChange={(band) => change({ band })} />
        <DissentFields dissent={note.dissent} onChange={(dissent) => change({ dissent })} />
        {number > 1 && (
          <Group>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Question ${reading?.number ?? number} is none: put its words under the one before`}
              onClick={() => edit((record) => withMergedUp(record, note.id))}
            >
              This is no question: put its words under the one before
            </Button>
          </Group>
        )}
      </Stack>
    </article>
  );
}

interface ProposalsProps {
  readonly note: QuestionNote;
  readonly reading: QuestionReading | null;
  readonly onTake: (band: NonNullable<QuestionNote['band']>) => void;
}

/** For how many single sentences seem to speak. Each is a proposal with its words, and somebody decides. */
function Proposals({ note, reading, onTake }: ProposalsProps): ReactElement | null {
  const proposals = reading?.bands ?? [];
  if (proposals.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nothing in the words says for how many they speak.
      </Text>
    );
  return (
    <ul className={css['list']}>
      {proposals.map(({ band, because }) => (
        <li key={because}>
          <Group gap="xs">
            <Text size="sm">
              Proposed: {BAND_WORDS[band].toLowerCase()}, from “{because}”
            </Text>
            {note.band !== band && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Take over “${band}” for this question`}
                onClick={() => onTake(band)}
              >
                Take it over
              </Button>
            )}
          </Group>
        </li>
      ))}
    </ul>
  );
}
