import { type ReactElement } from 'react';
import { textIn } from '@plumbline/domain/surveys';
import type { QuestionProps } from './answering.ts';
import { afterPress } from './choices.ts';
import { Question } from './question.tsx';

/** As many of several as are so. */
export function SeveralOf({ entry, value, onAnswer }: QuestionProps<'choices'>): ReactElement | null {
  const { item } = entry;
  if (item.kind !== 'multiple') return null;
  const chosen = value?.values ?? [];
  return (
    <Question
      text={textIn(item, entry.block)}
      help={item.help ?? 'Choose all that apply.'}
      isAnswered={chosen.length > 0}
      onClear={() => onAnswer(null)}
    >
      <div className="choices">
        {item.options.map(({ id, text, isAlone }) => (
          <label key={id} className={isAlone ? 'choice apart' : 'choice'}>
            <input
              type="checkbox"
              name={entry.key}
              autoComplete="off"
              checked={chosen.includes(id)}
              onChange={() => {
                const values = afterPress(item.options, chosen, id);
                onAnswer(values.length === 0 ? null : { kind: 'choices', values });
              }}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </Question>
  );
}
