import { type ReactElement } from 'react';
import { MARK_WORDS, type Mark } from '@plumbline/domain/surveys';
import { piecesOf } from '../model/pieces.ts';
import css from './comments.module.css';

/** What was written, with what is to be taken out struck through; pressing a mark keeps those words. */
export function CommentWords({
  words,
  marks,
  onUnmark,
}: {
  readonly words: string;
  readonly marks: readonly Mark[];
  readonly onUnmark: ((mark: Mark) => void) | null;
}): ReactElement {
  return (
    <p className={css['words']}>
      {piecesOf(words, marks).map(({ from, text, mark }) => {
        if (mark === null) return <span key={from}>{text}</span>;
        const inside = (
          <>
            {text}
            <small>{MARK_WORDS[mark.kind]}</small>
          </>
        );
        return onUnmark === null ? (
          <span key={from} className={css['mark']}>
            {inside}
          </span>
        ) : (
          <button
            key={from}
            type="button"
            className={css['mark']}
            aria-label={`Keep “${text}” after all (${MARK_WORDS[mark.kind].slice(1, -1)})`}
            onClick={() => onUnmark(mark)}
          >
            {inside}
          </button>
        );
      })}
    </p>
  );
}
