import { type ReactElement } from 'react';
import css from './what-if.module.css';

/** What the figures cannot know and what they rest on. */
export function CannotKnow({ notes }: { readonly notes: readonly string[] }): ReactElement {
  return (
    <section aria-labelledby="cannot-know">
      <h2 id="cannot-know">What this cannot know</h2>
      <ul className={css['notes']}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
