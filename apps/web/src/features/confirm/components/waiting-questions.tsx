import { type ReactElement } from 'react';
import { Group, Radio } from '@mantine/core';
import { CONFIRMATION_ANSWERS, type ConfirmationAnswer } from '@plumbline/domain/facts';
import type { QuestionModel } from '../model/questions.ts';
import css from './confirm.module.css';

export type Answers = ReadonlyMap<string, ConfirmationAnswer>;

interface WaitingQuestionsProps {
  readonly questions: readonly QuestionModel[];
  readonly answers: Answers;
  readonly onAnswer: (rule: string, answer: ConfirmationAnswer) => void;
}

const CHOICES = Object.entries(CONFIRMATION_ANSWERS) as [ConfirmationAnswer, string][];

/** Each question with its three answers: a group of radio buttons, so that arrows choose and Tab goes on to the next. */
export function WaitingQuestions({ questions, answers, onAnswer }: WaitingQuestionsProps): ReactElement {
  return (
    <ol className={css['list']}>
      {questions.map((question) => (
        <li key={question.rule}>
          <Radio.Group
            label={question.asks}
            description={<span className={css['says']}>{question.says}</span>}
            labelProps={{ size: 'md' }}
            value={answers.get(question.rule) ?? null}
            onChange={(answer) => onAnswer(question.rule, answer as ConfirmationAnswer)}
          >
            <Group className={css['choices'] ?? ''}>
              {CHOICES.map(([value, label]) => (
                <Radio key={value} value={value} label={label} />
              ))}
            </Group>
          </Radio.Group>
          <p className={css['said']}>{question.history}</p>
        </li>
      ))}
    </ol>
  );
}
