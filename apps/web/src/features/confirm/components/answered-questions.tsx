import { type ReactElement } from 'react';
import { Button, Title } from '@mantine/core';
import type { QuestionModel } from '../model/questions.ts';
import css from './confirm.module.css';

interface AnsweredQuestionsProps {
  readonly questions: readonly QuestionModel[];
  /** Answers one again before its time, after something was put right; absent for whoever may only read. */
  readonly onAgain?: ((rule: string) => void) | undefined;
}

/** What was answered within the year: by whom, how, and when it is asked again. */
export function AnsweredQuestions({ questions, onAgain }: AnsweredQuestionsProps): ReactElement | null {
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="answered-title">
      <Title order={2} mb="sm" id="answered-title">
        Answered
      </Title>
      <ul className={css['list']}>
        {questions.map((question) => (
          <li key={question.rule}>
            <strong>{question.asks}</strong>
            <p className={css['said']}>{question.says}</p>
            <p className={css['said']}>
              {question.history} {question.again}
            </p>
            {onAgain !== undefined && (
              <Button variant="subtle" size="xs" mt="xs" onClick={() => onAgain(question.rule)}>
                Answer again
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
