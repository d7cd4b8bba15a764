import { type ReactElement } from 'react';
import { SCALES, textIn } from '@plumbline/domain/surveys';
import { pointsOf, type QuestionProps } from './answering.ts';
import { Choices, Question, type Choice } from './question.tsx';

function choicesOf({ item }: QuestionProps<'choice'>['entry']): readonly Choice[] {
  switch (item.kind) {
    case 'scale':
      return pointsOf(SCALES, item.scale);
    case 'single':
    case 'policy-fact':
      return item.options.map(({ id, text }) => ({ value: id, text }));
    default:
      return [];
  }
}

/** A scale, one of several, or what the policy says. */
export function OneOf({ entry, value, onAnswer }: QuestionProps<'choice'>): ReactElement {
  return (
    <Question
      text={textIn(entry.item, entry.block)}
      help={entry.item.help}
      isAnswered={value !== null}
      onClear={() => onAnswer(null)}
    >
      <Choices
        name={entry.key}
        choices={choicesOf(entry)}
        value={value?.value ?? null}
        onChoose={(chosen) => onAnswer({ kind: 'choice', value: chosen })}
      />
    </Question>
  );
}
