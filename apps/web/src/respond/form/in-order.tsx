import { useState, type ReactElement } from 'react';
import { textIn } from '@plumbline/domain/surveys';
import type { QuestionProps } from './answering.ts';
import { afterPress, movedUp } from './choices.ts';
import { Question } from './question.tsx';

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Up to so many of several, in order: chosen first in the order of pressing, then moved by buttons. No dragging. */
export function InOrder({ entry, value, onAnswer }: QuestionProps<'choices'>): ReactElement | null {
  const [said, say] = useState('');
  const { item } = entry;
  if (item.kind !== 'ranking') return null;
  const chosen = value?.values ?? [];
  const textOf = (id: string): string => item.options.find((option) => option.id === id)?.text ?? '';
  const isFull = chosen.length >= item.most;

  function change(values: string[], words: string): void {
    onAnswer(values.length === 0 ? null : { kind: 'choices', values });
    say(words);
  }

  function press(id: string): void {
    const values = afterPress(item.kind === 'ranking' ? item.options : [], chosen, id);
    const place = values.indexOf(id);
    change(values, place === -1 ? `${textOf(id)}: taken away.` : `${textOf(id)}: ${PLACES[place]}.`);
  }

  return (
    <Question
      text={textIn(item, entry.block)}
      help={item.help ?? `Choose up to ${item.most}, the most important first.`}
      isAnswered={chosen.length > 0}
      onClear={() => change([], 'Nothing chosen.')}
    >
      <div className="choices">
        {item.options.map(({ id, text }) => {
          const place = chosen.indexOf(id);
          const isOut = place === -1 && isFull;
          return (
            <label key={id} className={isOut ? 'choice out' : 'choice'}>
              <input
                type="checkbox"
                name={entry.key}
                autoComplete="off"
                checked={place !== -1}
                disabled={isOut}
                onChange={() => press(id)}
              />
              <span>
                {text}
                {place !== -1 && <strong className="place"> {PLACES[place]}</strong>}
              </span>
            </label>
          );
        })}
      </div>
      {chosen.length > 1 && (
        <ol className="order" aria-label="Your order">
          {chosen.map((id, place) => (
            <li key={id}>
              {textOf(id)}
              {place > 0 && (
                <button
                  type="button"
                  className="link-button small no-print"
                  onClick={() => change(movedUp(chosen, id), `${textOf(id)}: ${PLACES[place - 1]}.`)}
                >
                  Move up<span className="only-heard">: {textOf(id)}</span>
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
      <p aria-live="polite" className="only-heard">
        {said}
      </p>
    </Question>
  );
}
