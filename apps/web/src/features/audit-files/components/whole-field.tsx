import { type ReactElement } from 'react';
import { Alert, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { GRADE_WORDS, limitingAnswers, LIMITED_TO, type AuditReturn } from '@plumbline/domain/audits';
import { fieldOf } from '../model/completion-words.ts';
import type { AuditFile } from '../model/outputs.ts';
import css from './audit-files.module.css';
import { GradeChoice } from './grade-choice.tsx';
import { LinesField } from './lines-field.tsx';
import type { FileWork } from './use-file.ts';

interface WholeFieldProps {
  readonly file: AuditFile;
  readonly work: FileWork;
}

/** What is said of the whole: strengths first, what to improve, the overall grade and what it rests on. */
export function WholeField({ file, work }: WholeFieldProps): ReactElement {
  const { made } = work;
  const change = (part: Partial<AuditReturn>): void => work.edit((before) => ({ ...before, ...part }));
  return (
    <section aria-labelledby="question-title">
      <h2 id="question-title" className={css['asks']}>
        The whole
      </h2>
      <Stack gap="xl" mt="md">
        <LinesField
          field="strengths"
          legend="What is done well"
          help="At least one. It is read first, and may be passed on as good practice."
          one="Strength"
          most={20}
          work={work}
        />
        <LinesField
          field="toImprove"
          legend="What to improve"
          help="What would help most, as somebody could do it. Leave it empty where there is nothing."
          one="Improvement"
          most={20}
          work={work}
        />
        {file.isGraded && <Overall file={file} work={work} />}
        <TextInput
          id={fieldOf('recordReference')}
          label="Where the record lies"
          description="Only where you read it in another store: its name or reference there."
          maw="32rem"
          maxLength={300}
          value={made.recordReference}
          onChange={(event) => change({ recordReference: event.currentTarget.value })}
        />
      </Stack>
    </section>
  );
}

function Overall({ file, work }: WholeFieldProps): ReactElement {
  const { made } = work;
  const limiting = limitingAnswers(file.tool, made);
  const numbers = limiting.map(({ id }) => file.tool.questions.findIndex((question) => question.id === id) + 1);
  const isAbove = limiting.length > 0 && made.overall !== null && made.overall > LIMITED_TO;
  const change = (part: Partial<AuditReturn>): void => work.edit((before) => ({ ...before, ...part }));
  return (
    <Stack gap="lg">
      {limiting.length > 0 && (
        <Alert variant="light" color="var(--pl-status-confirm)" title={`${questionsInWords(numbers)} the overall grade`}>
          <Text>
            Answered as it is, the file is “{GRADE_WORDS[LIMITED_TO]}” at most. If it is better all the same, choose so and say
            why.
          </Text>
        </Alert>
      )}
      <GradeChoice
        id={fieldOf('overall')}
        label="Overall grade"
        help="Your judgement of the whole, and no average of the answers."
        describes={file.tool.overall}
        value={made.overall}
        onChange={(overall) => change({ overall })}
      />
      {isAbove && (
        <Textarea
          id={fieldOf('limitBecause')}
          label={`Why it may be better than “${GRADE_WORDS[LIMITED_TO]}”`}
          description="It is kept beside the grade."
          autosize
          minRows={2}
          maxLength={2000}
          value={made.limitBecause}
          onChange={(event) => change({ limitBecause: event.currentTarget.value })}
        />
      )}
      <Textarea
        id={fieldOf('overallBecause')}
        label="What the overall grade rests on"
        description="What weighed most. The person reads it once you have talked it over."
        autosize
        minRows={3}
        maxLength={6000}
        value={made.overallBecause}
        onChange={(event) => change({ overallBecause: event.currentTarget.value })}
      />
    </Stack>
  );
}

function questionsInWords(numbers: readonly number[]): string {
  const [first] = numbers;
  return numbers.length === 1 ? `Question ${first} limits` : `Questions ${numbers.join(', ')} limit`;
}
