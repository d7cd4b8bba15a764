import { type ReactElement } from 'react';
import { textIn, type Item } from '@plumbline/domain/surveys';
import type { QuestionProps } from './answering.ts';
import { Question } from './question.tsx';

type Options = Extract<Item, { kind: 'multiple' | 'ranking' }>['options'];

/** What is chosen after one more option was pressed: what stands alone takes the others away, and they take it away. */
export function afterPress(options: Options, chosen: readonly string[], pressed: string): string[] {
  if (chosen.includes(pressed)) return chosen.filter((id) => id !== pressed);
  const isAlone = (id: string): boolean => options.find((option) => option.id === id)?.isAlone === true;
  return isAlone(pressed) ? [pressed] : [...chosen.filter((id) => !isAlone(id)), pressed];
}

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
