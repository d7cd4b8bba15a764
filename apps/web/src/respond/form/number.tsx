import { useId, useState, type ReactElement } from 'react';
import { textIn, type Item } from '@plumbline/domain/surveys';
import type { QuestionProps } from './answering.ts';
import { Choices, Question, type Choice } from './question.tsx';

type NumberItem = Extract<Item, { kind: 'number' }>;

const UNKNOWN = 'unknown';
/** So few numbers are quicker pressed than typed. */
const MOST_BUTTONS = 11;

function buttonsOf(item: NumberItem): readonly Choice[] | null {
  const last = { value: UNKNOWN, text: 'I don’t know', isApart: true };
  if (item.bands !== null)
    return [...item.bands.map(([from, to]) => ({ value: String(from), text: bandInWords(from, to, item.unit) })), last];
  if (item.most - item.least >= MOST_BUTTONS) return null;
  const numbers = Array.from({ length: item.most - item.least + 1 }, (_, index) => String(item.least + index));
  return [...numbers.map((value) => ({ value, text: value })), last];
}

function bandInWords(from: number, to: number | null, unit: string): string {
  if (to === null) return `${from} ${unit} or more`;
  return from === to ? `${from} ${unit}` : `${from} to ${to} ${unit}`;
}

/** A whole number: pressed where there are few or bands are offered, else typed. "I don't know" is an answer. */
export function NumberQuestion({ entry, value, onAnswer }: QuestionProps<'number'>): ReactElement | null {
  const { item } = entry;
  if (item.kind !== 'number') return null;
  const buttons = buttonsOf(item);
  if (buttons === null) return <Typed entry={entry} value={value} onAnswer={onAnswer} item={item} />;
  return (
    <Question text={textIn(item, entry.block)} help={item.help} isAnswered={value !== null} onClear={() => onAnswer(null)}>
      <Choices
        name={entry.key}
        isInline={item.bands === null}
        choices={buttons}
        value={value === null ? null : String(value.value)}
        onChoose={(chosen) => onAnswer({ kind: 'number', value: chosen === UNKNOWN ? UNKNOWN : Number(chosen) })}
      />
    </Question>
  );
}

function Typed({ entry, value, onAnswer, item }: QuestionProps<'number'> & { readonly item: NumberItem }): ReactElement {
  const id = useId();
  const [typed, setTyped] = useState(value === null || value.value === UNKNOWN ? '' : String(value.value));
  const isWrong = typed.trim() !== '' && read(typed, item) === null;

  function type(text: string): void {
    setTyped(text);
    const number = read(text, item);
    onAnswer(number === null ? null : { kind: 'number', value: number });
  }

  return (
    <fieldset className="question" aria-describedby={`${id}-help`}>
      <legend>{textIn(item, entry.block)}</legend>
      <p id={`${id}-help`} className="help">
        {item.help !== null && `${item.help} `}A whole number from {item.least} to {item.most}.
      </p>
      <div className="row">
        <span className="row">
          <input
            id={id}
            className="box number-box"
            inputMode="numeric"
            autoComplete="off"
            aria-label={`${textIn(item, entry.block)} ${item.unit}`}
            aria-invalid={isWrong}
            aria-describedby={`${id}-wrong`}
            value={typed}
            onChange={(event) => type(event.target.value)}
          />
          <span>{item.unit}</span>
        </span>
        <label className="choice plain">
          <input
            type="checkbox"
            autoComplete="off"
            checked={value?.value === UNKNOWN}
            onChange={(event) => {
              setTyped('');
              onAnswer(event.target.checked ? { kind: 'number', value: UNKNOWN } : null);
            }}
          />
          <span>I don’t know</span>
        </label>
      </div>
      <p id={`${id}-wrong`} className="problem" aria-live="polite">
        {isWrong ? `This is not kept: give a whole number from ${item.least} to ${item.most}, or leave it empty.` : ''}
      </p>
    </fieldset>
  );
}

/** A whole number within bounds, or null. */
function read(text: string, { least, most }: NumberItem): number | null {
  if (!/^\s*-?\d{1,9}\s*$/.test(text)) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}
