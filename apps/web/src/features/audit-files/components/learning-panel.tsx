import { useState, type ReactElement } from 'react';
import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { LEARNING_STANDING, LEARNING_TITLES } from '../model/learning-words.ts';
import type { AuditFile, Learning } from '../model/outputs.ts';
import css from './completed.module.css';
import { MyLearning } from './my-learning.tsx';
import { needed, SmallForm } from './small-form.tsx';
import { useDone, useKey } from './use-done.tsx';

/** What was passed on to whoever's practice it is: theirs to keep, and shared beyond the team only if they agree. */
export function LearningPanel({ file }: { readonly file: AuditFile }): ReactElement | null {
  const { notice, done } = useDone();
  const [isAdding, setAdding] = useState(false);
  const { worker, learning, access } = file;
  if (access.isOwnPractice) return learning.length === 0 ? null : <MyLearning learning={learning} />;
  if (worker === null) return null;
  return (
    <section aria-labelledby="learning">
      <h2 id="learning">Good practice and learning</h2>
      {notice}
      {learning.length === 0 && (
        <p className={css['quiet']}>
          Nothing was passed on yet. What you pass on goes to {worker.name}; others read it only if they agree, and without a
          name.
        </p>
      )}
      <ul className={css['items']}>
        {learning.map(({ id, kind, says, state }) => (
          <li key={id} className={css['item']}>
            <p className={css['quiet']}>{LEARNING_TITLES[kind]}</p>
            <p className={css['written']}>{says}</p>
            <p className={css['quiet']}>{LEARNING_STANDING[state]}</p>
          </li>
        ))}
      </ul>
      {isAdding ? (
        <AddLearning
          file={file}
          onCancel={() => setAdding(false)}
          onDone={async () => {
            await done(`Passed on to ${worker.name}.`);
            setAdding(false);
          }}
        />
      ) : (
        <Button id="learning-open" variant="default" mt="sm" className="no-print" onClick={() => setAdding(true)}>
          Pass something on
        </Button>
      )}
    </section>
  );
}

interface AddLearningProps {
  readonly file: AuditFile;
  readonly onCancel: () => void;
  readonly onDone: () => Promise<void>;
}

function AddLearning({ file, onCancel, onDone }: AddLearningProps): ReactElement {
  const trpc = useTRPC();
  const { keyFor } = useKey();
  const [kind, setKind] = useState<Learning['kind']>('good-practice');
  const [says, setSays] = useState('');
  const send = useMutation(trpc.audits.addLearning.mutationOptions({ onSuccess: onDone }));
  const asked = { itemId: file.id, kind, says };
  return (
    <SmallForm
      formId="learning"
      check={() => needed('says', says, 'Say what is passed on.')}
      onSend={() => send.mutate({ ...asked, idempotencyKey: keyFor(asked) })}
      isSending={send.isPending}
      error={send.error}
      button="Pass it on"
      onCancel={onCancel}
    >
      {(field) => (
        <>
          <Radio.Group label="What it is" value={kind} onChange={(value) => setKind(value as Learning['kind'])}>
            <Stack gap="xs" mt={4}>
              <Radio value="good-practice" label="Good practice, for others to know of" />
              <Radio value="learning" label="Something to learn from" />
            </Stack>
          </Radio.Group>
          <Textarea
            {...field('says')}
            label="What you pass on"
            description="So that it makes sense to somebody who knows neither the file nor the people. No names at all."
            autosize
            minRows={2}
            maxLength={2000}
            value={says}
            onChange={(event) => setSays(event.currentTarget.value)}
          />
        </>
      )}
    </SmallForm>
  );
}
