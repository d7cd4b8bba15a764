import { type ReactElement, type ReactNode } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import { BAND_WORDS, dissentWords } from '@plumbline/analytics/focus-groups';
import { aboutOf, type FocusGroupRecord, type QuestionNote } from '@plumbline/domain/focus-groups';
import css from './focus-groups.module.css';

interface RecordReadProps {
  readonly record: FocusGroupRecord;
  /** What stands under each question: a form, corrections. */
  readonly below?: (note: QuestionNote) => ReactNode;
}

/** The record as it is read: question by question, with for how many it speaks and who saw it otherwise. */
export function RecordRead({ record, below }: RecordReadProps): ReactElement {
  return (
    <section aria-label="What was said">
      {record.questions.map((note, index) => (
        <NoteRead key={note.id} note={note} number={index + 1} below={below?.(note)} />
      ))}
      {record.unplaced !== '' && (
        <div className={css['note']}>
          <Title order={3}>Belongs to no question</Title>
          <Text className={css['written'] ?? ''}>{record.unplaced}</Text>
        </div>
      )}
    </section>
  );
}

interface NoteReadProps {
  readonly note: QuestionNote;
  readonly number: number;
  readonly below: ReactNode;
}

function NoteRead({ note, number, below }: NoteReadProps): ReactElement {
  const about = aboutOf(note.construct);
  return (
    <article className={css['note']} aria-labelledby={`asked-${note.id}`}>
      <Stack gap="xs">
        <Title order={3} id={`asked-${note.id}`}>
          {number}. {note.asked}
        </Title>
        <Text size="sm" c="dimmed">
          {about === null ? 'A question of our own' : about}
          {note.summary !== '' && ` · speaks for: ${note.band === null ? 'not recorded' : BAND_WORDS[note.band].toLowerCase()}`}
        </Text>
        <Text className={css['written'] ?? ''}>{note.summary === '' ? '— nothing written' : note.summary}</Text>
        {note.supplementary.map(({ id, question, answer }) => (
          <div key={id}>
            <Text fw={600} className={css['written'] ?? ''}>
              {question}
            </Text>
            <Text className={css['written'] ?? ''}>{answer === '' ? '— no answer written' : answer}</Text>
          </div>
        ))}
        {note.summary !== '' && (
          <Text size="sm" c="dimmed" className={css['written'] ?? ''}>
            {dissentWords(note.dissent)}
          </Text>
        )}
        {below}
      </Stack>
    </article>
  );
}
