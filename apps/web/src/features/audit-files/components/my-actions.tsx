import { type ReactElement } from 'react';
import type { MyAudits } from '../model/outputs.ts';
import { ActionItem } from './action-item.tsx';
import css from './completed.module.css';
import mine from './mine.module.css';
import { useDone } from './use-done.tsx';

/** Actions that are the reader's: they show that each is done, and somebody else closes it. */
export function MyActions({ actions }: Pick<MyAudits, 'actions'>): ReactElement {
  const { notice, done } = useDone();
  return (
    <section aria-labelledby="my-actions">
      <h2 id="my-actions" className={mine['heading']}>
        My actions
      </h2>
      {notice}
      <ul className={css['items']}>
        {actions.map((action) => (
          <ActionItem key={action.id} action={action} isOwn onDone={done} />
        ))}
      </ul>
    </section>
  );
}
