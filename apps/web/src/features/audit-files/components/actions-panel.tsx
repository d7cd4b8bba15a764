import { useState, type ReactElement } from 'react';
import { Button } from '@mantine/core';
import type { AuditFile } from '../model/outputs.ts';
import { ActionItem } from './action-item.tsx';
import { AddAction } from './add-action.tsx';
import css from './completed.module.css';
import { useDone } from './use-done.tsx';

/** Actions after an audit, and the form for one more; whoever's practice it is reads them. */
export function ActionsPanel({ file }: { readonly file: AuditFile }): ReactElement | null {
  const { notice, done } = useDone();
  const [isAdding, setAdding] = useState(false);
  const mayAdd = !file.access.isOwnPractice;
  if (!mayAdd && file.actions.length === 0) return null;
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">Actions</h2>
      {notice}
      {file.actions.length === 0 && (
        <p className={css['quiet']}>
          None yet. An action says what, who and by when; its owner shows it is done, somebody else closes it.
        </p>
      )}
      <ul className={css['items']}>
        {file.actions.map((action) => (
          <ActionItem key={action.id} action={action} onDone={done} />
        ))}
      </ul>
      {mayAdd && !isAdding && (
        <Button id="action-open" variant="default" mt="sm" className="no-print" onClick={() => setAdding(true)}>
          Agree an action
        </Button>
      )}
      {isAdding && (
        <AddAction
          file={file}
          onCancel={() => setAdding(false)}
          onDone={async () => {
            await done('The action is agreed. Its owner finds it under My audits.');
            setAdding(false);
          }}
        />
      )}
    </section>
  );
}
