import { useId, type ReactElement } from 'react';
import { textIn } from '@plumbline/domain/surveys';
import type { QuestionProps } from './answering.ts';

/** Words of one's own, after what must be known before writing any. */
export function Words({ entry, value, onAnswer }: QuestionProps<'words'>): ReactElement | null {
  const id = useId();
  const { item } = entry;
  if (item.kind !== 'text') return null;
  const text = value?.text ?? '';
  const left = item.longest - text.length;
  return (
    <div className="question">
      <label className="question-label" htmlFor={id}>
        {textIn(item, entry.block)}
      </label>
      <div id={`${id}-before`} className="notice">
        <p>
          <strong>Name or describe no child, family or colleague.</strong> A story that only you could tell can show that it was
          you.
        </p>
        <p>
          <strong>Nobody watches this box.</strong> If you are worried that somebody is not safe, tell your manager or the duty
          team today, as for any safeguarding worry. In an emergency call 999.
        </p>
      </div>
      <textarea
        id={id}
        className="box words-box"
        rows={6}
        maxLength={item.longest}
        autoComplete="off"
        aria-describedby={`${id}-before ${id}-left`}
        value={text}
        onChange={(event) =>
          onAnswer(
            event.target.value === '' ? null : { kind: 'words', text: event.target.value, mayQuote: value?.mayQuote ?? false },
          )
        }
      />
      <p id={`${id}-left`} className="small quiet">
        {left} of {item.longest} signs left. It is kept apart from your other answers and from whatever else you write.
      </p>
      <label className="choice plain">
        <input
          type="checkbox"
          autoComplete="off"
          checked={value?.mayQuote ?? false}
          disabled={text === ''}
          onChange={(event) => onAnswer({ kind: 'words', text, mayQuote: event.target.checked })}
        />
        <span>My words may be quoted, once somebody has taken out whatever could show who wrote them.</span>
      </label>
    </div>
  );
}
