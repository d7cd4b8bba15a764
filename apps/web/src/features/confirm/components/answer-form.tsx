import { useState, type FormEvent, type ReactElement } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ConfirmationsView } from '@plumbline/analytics/compliance';
import { dateInWords } from '@plumbline/analytics/wording';
import type { ConfirmationAnswer } from '@plumbline/domain/facts';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useUnsaved } from '../../../app/leave/unsaved.ts';
import { DateField } from '../../../parts/form/date-field.tsx';
import { readDate } from '../../../parts/form/form-problem.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { saveLabel, type QuestionModel } from '../model/questions.ts';
import css from './confirm.module.css';
import { WaitingQuestions, type Answers } from './waiting-questions.tsx';

interface AnswerFormProps {
  readonly view: ConfirmationsView;
  readonly questions: readonly QuestionModel[];
  /** How many answers were kept. */
  readonly onSaved: (count: number) => void;
}

const NO_ANSWERS: Answers = new Map();

/** All the questions about one person, answered in one go and kept in one call. What is left open waits on. */
export function AnswerForm({ view, questions, onSaved }: AnswerFormProps): ReactElement {
  const { today, person } = view;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [answers, setAnswers] = useState(NO_ANSWERS);
  const [on, setOn] = useState(dateInWords(today));
  const [problem, setProblem] = useState<string | undefined>();
  const [key, setKey] = useState(newIdempotencyKey);
  const answer = useMutation(trpc.confirmations.answer.mutationOptions());
  useUnsaved(answers.size > 0);

  function choose(rule: string, chosen: ConfirmationAnswer): void {
    setAnswers((before) => new Map(before).set(rule, chosen));
    // Another set of answers is another intention.
    setKey(newIdempotencyKey());
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const day = readDate('Answered on', 'on', on, today);
    const slip = 'message' in day ? day.message : null;
    const isAhead = slip === null && 'value' in day && day.value !== null && day.value > today;
    setProblem(slip ?? (isAhead ? 'This lies ahead. Give the day on which it was answered.' : undefined));
    if (slip !== null || isAhead || answers.size === 0) return;
    answer.mutate(
      {
        subjectId: person.id,
        on: 'value' in day ? day.value : null,
        answers: [...answers].map(([rule, chosen]) => ({ rule, answer: chosen })),
        idempotencyKey: key,
      },
      {
        onSuccess: (saved) => {
          onSaved(answers.size);
          setAnswers(NO_ANSWERS);
          setKey(newIdempotencyKey());
          queryClient.setQueryData(trpc.confirmations.view.queryKey({ subjectId: person.id }), saved);
          void queryClient.invalidateQueries();
        },
      },
    );
  }

  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="md">
        {answer.isError && <RefusalNotice refusal={refusalOf(answer.error)} />}
        <WaitingQuestions questions={questions} answers={answers} onAnswer={choose} />
        <DateField
          id="confirm-on"
          label="Answered on"
          help="The day on which you talked it over or looked it up. The year until it is asked again begins then."
          value={on}
          today={today}
          error={problem}
          onChange={(typed) => {
            setOn(typed);
            setKey(newIdempotencyKey());
          }}
        />
        <Group className={css['bar'] ?? ''} gap="md">
          <Button type="submit" loading={answer.isPending} disabled={answers.size === 0}>
            {answers.size === 0 ? 'Save answers' : saveLabel(answers.size)}
          </Button>
          <Text size="sm" c="dimmed" aria-live="polite">
            {answers.size} of {questions.length} answered. What you leave open waits on.
          </Text>
        </Group>
      </Stack>
    </PlainForm>
  );
}
