import { type ReactElement } from 'react';
import css from './figures.module.css';

/** What was held in full and what is not booked: "done on time" alone would say too much. Its place is kept while it is counted. */
export function Beside({
  sentences,
  isMissing,
}: {
  readonly sentences: readonly string[] | undefined;
  readonly isMissing: boolean;
}): ReactElement {
  return (
    <div className={css['beside']}>
      {isMissing && <span>What was held in full and what is not booked could not be counted. Load the page again.</span>}
      {sentences?.map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
    </div>
  );
}
