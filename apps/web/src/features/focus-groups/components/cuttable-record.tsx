import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import type { CodedExtractRow } from '@plumbline/analytics/focus-groups';
import { aboutOf, type FocusGroupRecord, type QuestionNote } from '@plumbline/domain/focus-groups';
import { markExtracts } from '../model/mark-extracts.ts';
import css from './focus-groups.module.css';

interface CuttableRecordProps {
  readonly record: FocusGroupRecord;
  readonly extracts: readonly CodedExtractRow[];
  readonly isCutting: boolean;
  readonly onCut: (questionId: string, words: string, isVerbatim: boolean) => void;
}

interface Selected {
  readonly questionId: string;
  readonly words: string;
}

/** The words of a record, to select from; what was cut out already is marked. */
export function CuttableRecord({ record, extracts, isCutting, onCut }: CuttableRecordProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<Selected | null>(null);
  const [isVerbatim, setVerbatim] = useState(false);
  const cut = (): void => {
    if (selected !== null) onCut(selected.questionId, selected.words, isVerbatim);
  };
  const latest = useRef(cut);
  // The selection and the keyboard belong to the browser.
  useEffect(() => {
    latest.current = cut;
  });
  useEffect(() => {
    const note = (): void => setSelected(selectionIn(box.current));
    const press = (event: KeyboardEvent): void => {
      if (event.altKey && event.shiftKey && event.code === 'KeyE') {
        event.preventDefault();
        latest.current();
      }
    };
    document.addEventListener('selectionchange', note);
    window.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('selectionchange', note);
      window.removeEventListener('keydown', press);
    };
  }, []);
  return (
    <section aria-labelledby="words">
      <Title order={2} id="words" mb="xs">
        The record
      </Title>
      <Group gap="md" mb="md">
        {/* Pressed with the mouse, the button must not take the selection away. */}
        <Button loading={isCutting} disabled={selected === null} onMouseDown={(event) => event.preventDefault()} onClick={cut}>
          Cut out what is selected
        </Button>
        <Checkbox
          label="Somebody’s own words"
          checked={isVerbatim}
          onChange={(event) => setVerbatim(event.currentTarget.checked)}
        />
      </Group>
      <Text size="sm" c="dimmed" mb="sm" aria-live="polite">
        {selected === null
          ? 'Select words of one answer; or cut out a whole answer with its own button.'
          : `Selected: ${selected.words.slice(0, 120)}`}
      </Text>
      <div ref={box}>
        {record.questions
          .filter(({ summary, supplementary }) => summary !== '' || supplementary.some(({ answer }) => answer !== ''))
          .map((note) => (
            <Answer
              key={note.id}
              note={note}
              extracts={extracts.filter(({ questionId }) => questionId === note.id)}
              onCutWhole={(words) => onCut(note.id, words, isVerbatim)}
            />
          ))}
      </div>
    </section>
  );
}

interface AnswerProps {
  readonly note: QuestionNote;
  readonly extracts: readonly CodedExtractRow[];
  readonly onCutWhole: (words: string) => void;
}

function Answer({ note, extracts, onCutWhole }: AnswerProps): ReactElement {
  const texts = [
    note.summary,
    ...note.supplementary.map(({ answer }) => answer),
    note.dissent.kind === 'some' ? note.dissent.what : '',
  ].filter((text) => text !== '');
  return (
    <article className={css['note']} aria-label={aboutOf(note.construct) ?? note.asked}>
      <Stack gap="xs">
        <Text fw={600}>{aboutOf(note.construct) ?? note.asked}</Text>
        <div data-question={note.id}>
          {texts.map((text) => (
            <Text key={text} className={css['written'] ?? ''}>
              {markExtracts(
                text,
                extracts.map(({ words }) => words),
              ).map(({ words, isCut, at }) =>
                isCut ? (
                  <mark key={at} className={css['mark']}>
                    {words}
                  </mark>
                ) : (
                  <span key={at}>{words}</span>
                ),
              )}
            </Text>
          ))}
        </div>
        <Group>
          <Button size="compact-xs" variant="default" onClick={() => onCutWhole(texts[0]?.slice(0, 4000) ?? '')}>
            Cut out this whole answer
          </Button>
        </Group>
      </Stack>
    </article>
  );
}

/** The words selected within one answer; null where nothing is, or where the selection runs over several. */
function selectionIn(box: HTMLDivElement | null): Selected | null {
  const selection = document.getSelection();
  const words = selection?.toString().trim() ?? '';
  if (box === null || selection === null || words === '') return null;
  const ends = [selection.anchorNode, selection.focusNode].map((node) => {
    const element = node instanceof Element ? node : node?.parentElement;
    return box.contains(element ?? null) ? (element?.closest<HTMLElement>('[data-question]')?.dataset['question'] ?? null) : null;
  });
  const [from, to] = ends;
  return from !== null && from !== undefined && from === to ? { questionId: from, words } : null;
}
