import { useState, type ReactElement } from 'react';
import { Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Grade } from '@plumbline/domain/audits';
import { useTRPC } from '../../../app/api/trpc.ts';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import type { AuditFile } from '../model/outputs.ts';
import { byArea } from '../model/question-marks.ts';
import css from './audit-files.module.css';
import { EvidenceBeside } from './evidence-beside.tsx';
import { GradeChoice } from './grade-choice.tsx';
import { GradingRefused } from './grading-refused.tsx';
import { needed, SmallForm } from './small-form.tsx';
import { useKey } from './use-done.tsx';

interface GradeBlindProps {
  readonly file: AuditFile;
  readonly onDone: () => Promise<void>;
}

/** The second grade, given without knowing the first: the same records and the same questions, and nothing of what the auditor wrote. */
export function GradeBlind({ file, onDone }: GradeBlindProps): ReactElement {
  return (
    <div className={css['blind']}>
      <Stack gap="lg">
        <Text className="prose">
          You see the same records and the same questions as the auditor, and nothing of what they wrote. Give your own grade;
          then both stand side by side and you agree on one.
        </Text>
        <section aria-labelledby="questions">
          <h2 id="questions" className={css['asks']}>
            What the audit asked
          </h2>
          <Asked file={file} />
        </section>
        <section aria-labelledby="grade">
          <h2 id="grade" className={css['asks']}>
            Your grade
          </h2>
          <GiveGrade file={file} onDone={onDone} />
        </section>
      </Stack>
      <EvidenceBeside evidence={file.evidence} computed={file.computed} />
    </div>
  );
}

function Asked({ file }: { readonly file: AuditFile }): ReactElement {
  return (
    <>
      {byArea(file.tool).map(({ area, questions }) => (
        <details key={area} className={css['line']}>
          <summary>
            {area} ({questions.length})
          </summary>
          <ol className={css['plain']}>
            {questions.map(({ question, number }) => (
              <li key={question.id} className={css['asked']}>
                {number}. {question.asks}
              </li>
            ))}
          </ol>
        </details>
      ))}
    </>
  );
}

function GiveGrade({ file, onDone }: GradeBlindProps): ReactElement {
  const trpc = useTRPC();
  const { keyFor } = useKey();
  const [overall, setOverall] = useState<Grade | null>(null);
  const [because, setBecause] = useState('');
  const send = useMutation(trpc.audits.gradeSecond.mutationOptions({ onSuccess: onDone }));

  function check(): FormProblem[] {
    const chosen = overall === null ? [{ entry: 'overall', message: 'Choose your grade.' }] : [];
    return [...chosen, ...needed('because', because, 'Say what your grade rests on.')];
  }
  function give(): void {
    if (overall === null) return;
    const asked = { itemId: file.id, overall, because };
    send.mutate({ ...asked, idempotencyKey: keyFor(asked) });
  }

  return (
    <SmallForm
      formId="blind"
      check={check}
      onSend={give}
      isSending={send.isPending}
      error={send.error}
      refused={(error) => <GradingRefused error={error} grader="moderator" />}
      button="Give this grade"
    >
      {(field) => (
        <>
          <GradeChoice
            {...field('overall')}
            label="Overall grade"
            help="Your judgement of the whole, and no average. Once given it stays as it is."
            describes={file.tool.overall}
            value={overall}
            onChange={setOverall}
          />
          <Textarea
            {...field('because')}
            label="What it rests on"
            description="What weighed most in the records. No names of children or families."
            autosize
            minRows={3}
            maxLength={6000}
            value={because}
            onChange={(event) => setBecause(event.currentTarget.value)}
          />
        </>
      )}
    </SmallForm>
  );
}
