import { type ReactElement } from 'react';
import { rowsShown, SCALES, textIn, type AnswerValue, type AskedItem } from '@plumbline/domain/surveys';
import { ofKind, pointsOf } from './answering.ts';
import { InOrder } from './in-order.tsx';
import { NumberQuestion } from './number.tsx';
import { OneOf } from './one-of.tsx';
import type { PageGroup } from './pages.ts';
import { PointRows } from './point-rows.tsx';
import { Choices, Question } from './question.tsx';
import { SeveralOf } from './several-of.tsx';
import { Words } from './words.tsx';

export interface FormAnswers {
  readonly asked: readonly AskedItem[];
  readonly values: Readonly<Record<string, AnswerValue>>;
  readonly isWide: boolean;
  readonly onAnswer: (key: string, value: AnswerValue | null) => void;
}

/** One question, or several on the same scale, drawn for the room there is. */
export function GroupView({ group, answers }: { readonly group: PageGroup; readonly answers: FormAnswers }): ReactElement {
  if (group.kind === 'one') return <ItemView entry={group.entry} answers={answers} />;
  const rows = group.entries.map(({ key, item, block }) => ({
    key,
    text: textIn(item, block),
    help: item.help,
    value: ofKind(answers.values[key], 'choice')?.value ?? null,
    onChoose: (value: string | null) => answers.onAnswer(key, value === null ? null : { kind: 'choice', value }),
  }));
  return <PointRows scale={group.scale} rows={rows} />;
}

function ItemView({ entry, answers }: { readonly entry: AskedItem; readonly answers: FormAnswers }): ReactElement | null {
  const value = answers.values[entry.key];
  const onAnswer = (next: AnswerValue | null): void => answers.onAnswer(entry.key, next);
  switch (entry.item.kind) {
    case 'scale':
    case 'single':
    case 'policy-fact':
      return <OneOf entry={entry} value={ofKind(value, 'choice')} onAnswer={onAnswer} />;
    case 'multiple':
      return <SeveralOf entry={entry} value={ofKind(value, 'choices')} onAnswer={onAnswer} />;
    case 'ranking':
      return <InOrder entry={entry} value={ofKind(value, 'choices')} onAnswer={onAnswer} />;
    case 'number':
      return <NumberQuestion entry={entry} value={ofKind(value, 'number')} onAnswer={onAnswer} />;
    case 'text':
      return <Words entry={entry} value={ofKind(value, 'words')} onAnswer={onAnswer} />;
    case 'grid':
      return <GridView entry={entry} answers={answers} />;
  }
}

/** A scale for each of several rows: a grid at a desk, one group of buttons after the other on a phone. */
function GridView({ entry, answers }: { readonly entry: AskedItem; readonly answers: FormAnswers }): ReactElement | null {
  const { item, key } = entry;
  if (item.kind !== 'grid') return null;
  const given = ofKind(answers.values[key], 'rows')?.values ?? {};
  const rows = rowsShown(entry, answers.asked, answers.values).map(({ id, text }) => ({
    key: `${key}:${id}`,
    text,
    help: null,
    value: given[id] ?? null,
    onChoose: (point: string | null) => {
      const others = Object.entries(given).filter(([row]) => row !== id);
      const values = Object.fromEntries(point === null ? others : [...others, [id, point]]);
      answers.onAnswer(key, Object.keys(values).length === 0 ? null : { kind: 'rows', values });
    },
  }));
  return (
    <fieldset className="question">
      <legend>{textIn(item, entry.block)}</legend>
      {item.help !== null && <p className="help">{item.help}</p>}
      {answers.isWide ? (
        <PointRows scale={item.scale} rows={rows} />
      ) : (
        rows.map((row) => (
          <Question key={row.key} text={row.text} isAnswered={row.value !== null} onClear={() => row.onChoose(null)}>
            <Choices name={row.key} choices={pointsOf(SCALES, item.scale)} value={row.value} onChoose={row.onChoose} />
          </Question>
        ))
      )}
    </fieldset>
  );
}
