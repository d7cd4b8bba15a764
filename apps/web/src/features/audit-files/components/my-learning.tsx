import { type ReactElement } from 'react';
import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { LEARNING_TITLES, MY_LEARNING_STANDING } from '../model/learning-words.ts';
import type { Learning } from '../model/outputs.ts';
import css from './completed.module.css';
import mine from './mine.module.css';
import { useDone, useKey } from './use-done.tsx';

/** What was passed on to the reader: theirs to keep or to share without their name, as often as they change their mind. */
export function MyLearning({ learning }: { readonly learning: readonly Learning[] }): ReactElement {
  const { notice, done } = useDone();
  return (
    <section aria-labelledby="my-learning">
      <h2 id="my-learning" className={mine['heading']}>
        Passed on to you
      </h2>
      {notice}
      <ul className={css['items']}>
        {learning.map((one) => (
          <MyLearningItem key={one.id} one={one} onDone={done} />
        ))}
      </ul>
    </section>
  );
}

interface MyLearningItemProps {
  readonly one: Learning;
  readonly onDone: (says: string) => Promise<void>;
}

function MyLearningItem({ one, onDone }: MyLearningItemProps): ReactElement {
  const trpc = useTRPC();
  const { keyFor, forget } = useKey();
  const answer = useMutation(
    trpc.audits.answerLearning.mutationOptions({
      onSuccess: async (_, { state }) => {
        forget();
        await onDone(state === 'shared' ? 'Others can read it now, without your name.' : 'It stays with you.');
      },
    }),
  );
  const choose = (state: 'shared' | 'kept'): void => {
    const asked = { learningId: one.id, state };
    answer.mutate({ ...asked, idempotencyKey: keyFor(asked) });
  };
  return (
    <li className={css['item']}>
      <p className={css['quiet']}>{LEARNING_TITLES[one.kind]}</p>
      <p className={css['written']}>{one.says}</p>
      <p className={css['quiet']}>{MY_LEARNING_STANDING[one.state]}</p>
      {answer.isError && <RefusalNotice refusal={refusalOf(answer.error)} />}
      <Group gap="xs" mt="xs" className="no-print">
        {one.state !== 'shared' && (
          <Button size="compact-sm" variant="default" loading={answer.isPending} onClick={() => choose('shared')}>
            Share it without my name
          </Button>
        )}
        {one.state !== 'kept' && (
          <Button size="compact-sm" variant="default" loading={answer.isPending} onClick={() => choose('kept')}>
            Keep it to myself
          </Button>
        )}
      </Group>
    </li>
  );
}
