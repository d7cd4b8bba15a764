import { type KeyboardEvent, type ReactElement } from 'react';
import { Button, Checkbox, Group, Kbd, Radio, Stack, Text, Textarea } from '@mantine/core';
import { clauseInWords } from '@plumbline/analytics/wording';
import { GRADES, GRADE_WORDS, isGrade, type AnswerValue, type AuditQuestion } from '@plumbline/domain/audits';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { fieldOf } from '../model/completion-words.ts';
import { answerTo, withNote, withValue } from '../model/file-edits.ts';
import { needsNote } from '../model/question-marks.ts';
import css from './audit-files.module.css';
import { GradeSign } from './grade-sign.tsx';
import type { FileWork } from './use-file.ts';

interface QuestionFieldProps {
  readonly question: AuditQuestion;
  readonly number: number;
  readonly work: FileWork;
  readonly onNext: () => void;
}

/** One question: its words and where they come from, the answer, and what was seen. */
export function QuestionField({ question, number, work, onNext }: QuestionFieldProps): ReactElement {
  return (
    <section aria-labelledby="question-title">
      <h2 id="question-title" className={css['asks']}>
        <span className={css['number']}>{number}.</span> {question.asks}
      </h2>
      <Origin question={question} />
      <Stack gap="lg">
        {question.answeredBy === 'words' ? (
          <InWords question={question} work={work} />
        ) : (
          <>
            <Choices question={question} work={work} />
            <Seen question={question} work={work} />
          </>
        )}
        <Group>
          <Button variant="default" onClick={onNext} rightSection={<Kbd size="xs">Alt ↓</Kbd>}>
            Next
          </Button>
        </Group>
      </Stack>
    </section>
  );
}

function Origin({ question: { origin, isLimiting } }: Pick<QuestionFieldProps, 'question'>): ReactElement {
  return (
    <Text size="sm" c="dimmed" mb="md">
      {origin.kind === 'policy' && (
        <>
          Asked by the policy,{' '}
          <TextLink to="/policy/rule" search={{ id: origin.rule }} target="_blank" size="sm">
            {clauseInWords(origin.clause)}
          </TextLink>
          .{' '}
        </>
      )}
      {origin.kind === 'shipped' && 'Asked in every audit of this kind. '}
      {origin.kind === 'own' && 'A question of your own council. '}
      {isLimiting && `Answered “${GRADE_WORDS[1]}” or “No”, it limits the overall grade to “${GRADE_WORDS[2]}”.`}
    </Text>
  );
}

type AnswerProps = Pick<QuestionFieldProps, 'question' | 'work'>;

interface Choice {
  readonly value: Exclude<AnswerValue, null>;
  readonly key: string;
  readonly word: string;
  readonly describes: string | undefined;
}

function choicesOf({ answeredBy, describes }: AuditQuestion): Choice[] {
  const last: Choice = { value: 'not-applicable', key: '0', word: 'Does not apply here', describes: undefined };
  if (answeredBy === 'grade')
    return [
      ...GRADES.map((value) => ({ value, key: String(value), word: GRADE_WORDS[value], describes: describes?.[value] })),
      last,
    ];
  return [
    { value: 'yes', key: 'y', word: 'Yes', describes: undefined },
    { value: 'no', key: 'n', word: 'No', describes: undefined },
    last,
  ];
}

function Choices({ question, work }: AnswerProps): ReactElement {
  const { value } = answerTo(work.made, question.id);
  const choices = choicesOf(question);
  const choose = (chosen: AnswerValue): void => work.edit((made) => withValue(made, question.id, chosen));

  /** The key of a choice chooses it while the focus is on one of them. */
  function onKey(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return;
    const choice = choices.find(({ key }) => key === event.key.toLowerCase());
    if (choice === undefined) return;
    event.preventDefault();
    choose(choice.value);
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${choice.value}"]`)?.focus();
  }

  return (
    <div onKeyDown={onKey} role="presentation">
      <Radio.Group
        label="Your answer"
        value={value === null ? null : String(value)}
        onChange={(chosen) => choose(choices.find((choice) => String(choice.value) === chosen)?.value ?? null)}
      >
        <Stack gap="sm" mt="xs">
          {choices.map((choice, at) => (
            <Radio
              key={choice.key}
              {...(at === 0 ? { id: fieldOf(question.id) } : {})}
              value={String(choice.value)}
              className={css['choice'] ?? ''}
              label={
                <span className={css['grade']}>
                  {isGrade(choice.value) && <GradeSign grade={choice.value} size={16} />}
                  {choice.word}
                  <Kbd size="xs" className={css['key'] ?? ''} aria-hidden="true">
                    {choice.key}
                  </Kbd>
                </span>
              }
              description={choice.describes}
            />
          ))}
        </Stack>
      </Radio.Group>
      {value !== null && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => choose(null)}>
          Leave it open again
        </Button>
      )}
    </div>
  );
}

function Seen({ question, work }: AnswerProps): ReactElement {
  const answer = answerTo(work.made, question.id);
  const lowest = question.answeredBy === 'grade' ? GRADE_WORDS[1] : 'No';
  return (
    <Textarea
      id={fieldOf(`${question.id}-note`)}
      label={needsNote(answer) ? 'What you saw (needed with this answer)' : 'What you saw'}
      description={`What in the records shows it, and where. With “${lowest}” this is needed: it is what helps most. No names of children or families.`}
      autosize
      minRows={3}
      maxLength={6000}
      value={answer.note}
      onChange={(event) => {
        const note = event.currentTarget.value;
        work.edit((made) => withNote(made, question.id, note));
      }}
    />
  );
}

function InWords({ question, work }: AnswerProps): ReactElement {
  const { value, note } = answerTo(work.made, question.id);
  const isLeftOut = value === 'not-applicable';
  return (
    <Stack gap="sm">
      <Textarea
        id={fieldOf(question.id)}
        label="Your answer, in words"
        description="No names of children or families."
        autosize
        minRows={4}
        maxLength={6000}
        value={note}
        onChange={(event) => {
          const words = event.currentTarget.value;
          work.edit((made) => withNote(made, question.id, words));
        }}
      />
      <Checkbox
        label="Does not apply here"
        checked={isLeftOut}
        onChange={() => work.edit((made) => withValue(made, question.id, isLeftOut ? null : 'not-applicable'))}
      />
    </Stack>
  );
}
