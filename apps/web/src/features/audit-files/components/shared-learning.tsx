import { type ReactElement } from 'react';
import { dateInWords } from '@plumbline/analytics/wording';
import { LEARNING_TITLES } from '../model/learning-words.ts';
import type { Learning } from '../model/outputs.ts';
import css from './completed.module.css';
import mine from './mine.module.css';

interface Shared extends Pick<Learning, 'id' | 'kind' | 'says'> {
  readonly on: string;
}

/** What people agreed to share from their own audits, without names. */
export function SharedLearning({ shared }: { readonly shared: readonly Shared[] }): ReactElement | null {
  if (shared.length === 0) return null;
  return (
    <section aria-labelledby="shared">
      <h2 id="shared" className={mine['heading']}>
        Shared by others
      </h2>
      <ul className={css['items']}>
        {shared.map(({ id, kind, says, on }) => (
          <li key={id} className={css['item']}>
            <p className={mine['shared']}>{says}</p>
            <p className={css['quiet']}>
              {LEARNING_TITLES[kind]}, {dateInWords(on)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
