import { useState, type ReactElement } from 'react';
import { Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { dateInWords } from '@plumbline/analytics/wording';
import type { Grade } from '@plumbline/domain/audits';
import { useTRPC } from '../../../app/api/trpc.ts';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import type { SecondGrade } from '../model/outputs.ts';
import css from './completed.module.css';
import { GradeChoice } from './grade-choice.tsx';
import { GradeWord } from './grade-sign.tsx';
import type { CompletedFile } from './letter.tsx';
import { needed, SmallForm } from './small-form.tsx';
import { useDone, useKey } from './use-done.tsx';

interface SecondGradePanelProps {
  readonly file: CompletedFile;
  readonly second: SecondGrade;
}

const BASIS: Readonly<Record<NonNullable<SecondGrade['basis']>, string>> = {
  random: 'It was drawn for a second grade, whatever the first would be.',
  extreme: 'Files that are inadequate or outstanding get a second grade, and those that were picked for it.',
  'new-auditor': 'The first audits of every auditor get a second grade.',
};

/** The second grade: waited for, or side by side with the first until both agree on one. All three are kept. */
export function SecondGradePanel({ file, second }: SecondGradePanelProps): ReactElement {
  const { notice, done } = useDone();
  return (
    <section aria-labelledby="second">
      <h2 id="second">Second grade</h2>
      {notice}
      {second.basis !== null && <p className={css['quiet']}>{BASIS[second.basis]}</p>}
      {second.state === 'waiting' ? (
        <Text>
          {second.moderator === null
            ? 'Nobody is named for it yet.'
            : `${second.moderator.name} grades it without knowing the first grade.`}
        </Text>
      ) : (
        <BothGrades file={file} second={second} />
      )}
      {second.mayAgree && <Agree file={file} onDone={() => done('The grade on which you agreed is kept.')} />}
    </section>
  );
}

function BothGrades({ file, second }: SecondGradePanelProps): ReactElement {
  return (
    <dl className={css['both']}>
      <OneGrade
        of={`First grade, by ${file.auditor?.name ?? 'the auditor'}`}
        grade={file.made.overall}
        because={file.made.overallBecause}
      />
      <OneGrade
        of={`Second grade, by ${second.moderator?.name ?? 'somebody else'}`}
        grade={second.overall}
        because={second.because}
      />
      {second.agreed !== null && (
        <OneGrade
          of={second.agreedOn === null ? 'Agreed grade' : `Agreed on ${dateInWords(second.agreedOn)}`}
          grade={second.agreed}
          because={second.agreedBecause}
        />
      )}
    </dl>
  );
}

interface OneGradeProps {
  readonly of: string;
  readonly grade: Grade | null;
  readonly because: string | null;
}

function OneGrade({ of, grade, because }: OneGradeProps): ReactElement {
  return (
    <div>
      <dt>{of}</dt>
      <dd className={css['value']}>{grade === null ? 'Not given' : <GradeWord grade={grade} />}</dd>
      {because !== null && because.trim() !== '' && <dd className={css['note']}>{because}</dd>}
    </div>
  );
}

function Agree({ file, onDone }: { readonly file: CompletedFile; readonly onDone: () => Promise<void> }): ReactElement {
  const trpc = useTRPC();
  const { keyFor } = useKey();
  const [grade, setGrade] = useState<Grade | null>(null);
  const [because, setBecause] = useState('');
  const send = useMutation(trpc.audits.agreeOnGrade.mutationOptions({ onSuccess: onDone }));

  function check(): FormProblem[] {
    const chosen = grade === null ? [{ entry: 'grade', message: 'Choose the grade on which you agreed.' }] : [];
    return [...chosen, ...needed('because', because, 'Say what the two of you agreed on it for.')];
  }
  function keep(): void {
    if (grade === null) return;
    const asked = { itemId: file.id, grade, because };
    send.mutate({ ...asked, idempotencyKey: keyFor(asked) });
  }

  return (
    <div className="no-print">
      <h3>Agree on a grade</h3>
      <Text mb="sm">
        Talk about the two grades. Either of you enters the one on which you agree; the other two stay as they are.
      </Text>
      <SmallForm
        formId="agree"
        check={check}
        onSend={keep}
        isSending={send.isPending}
        error={send.error}
        button="Keep the grade we agreed on"
      >
        {(field) => (
          <>
            <GradeChoice
              {...field('grade')}
              label="Agreed grade"
              describes={file.tool.overall}
              value={grade}
              onChange={setGrade}
            />
            <Textarea
              {...field('because')}
              label="Why this one"
              autosize
              minRows={2}
              maxLength={6000}
              value={because}
              onChange={(event) => setBecause(event.currentTarget.value)}
            />
          </>
        )}
      </SmallForm>
    </div>
  );
}
