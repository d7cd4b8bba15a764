import { type ReactElement } from 'react';
import { Text } from '@mantine/core';
import { dateInWords } from '@plumbline/analytics/wording';
import { GRADE_WORDS, type AuditReturn, type Grade } from '@plumbline/domain/audits';
import type { AuditFile } from '../model/outputs.ts';
import css from './completed.module.css';
import { GradeSign } from './grade-sign.tsx';
import { LetterAnswers } from './letter-answers.tsx';

export type CompletedFile = AuditFile & { readonly made: AuditReturn };

/** A completed audit as it is read: the grade in words, strengths first, what to improve, the questions, and what was said of it. */
export function Letter({ file }: { readonly file: CompletedFile }): ReactElement {
  const { made, feedback, fedBackOn } = file;
  const strengths = written(made.strengths);
  const toImprove = written(made.toImprove);
  return (
    <article className={css['letter']} aria-label="The audit">
      <Signed file={file} />
      {file.isGraded && <Overall file={file} />}
      <h2>What is done well</h2>
      <Lines lines={strengths} />
      {toImprove.length > 0 && (
        <>
          <h2>What to improve</h2>
          <Lines lines={toImprove} />
        </>
      )}
      {fedBackOn !== null && (
        <>
          <h2>Talked over on {dateInWords(fedBackOn)}</h2>
          {(feedback ?? '').trim() === '' ? (
            <Text c="dimmed">What was said then was not written down.</Text>
          ) : (
            <blockquote className={css['quote']}>{feedback}</blockquote>
          )}
        </>
      )}
      <LetterAnswers tool={file.tool} made={made} />
      {made.recordReference.trim() !== '' && (
        <p className={css['quiet']}>The record lies in another store: {made.recordReference}</p>
      )}
    </article>
  );
}

function written(lines: readonly string[]): string[] {
  return lines.filter((line) => line.trim() !== '');
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactElement {
  return (
    <ul className={css['lines']}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Signed({ file }: { readonly file: CompletedFile }): ReactElement {
  const { auditor, completedOn, access } = file;
  const by = access.isAuditor ? 'you' : (auditor?.name ?? 'an auditor');
  return (
    <p className={css['signed']}>
      Audited by {by}
      {completedOn !== null && `, completed on ${dateInWords(completedOn)}`}.
      {access.isOwnPractice && ' It is about your practice. Whoever answers for you, and whoever plans audits, can read it too.'}
    </p>
  );
}

/** The grade that counts, what it means, and what it rests on. One that two agreed on stands before the first. */
function Overall({ file }: { readonly file: CompletedFile }): ReactElement | null {
  const { made, second, tool } = file;
  const agreed = second?.agreed ?? null;
  const grade = agreed ?? made.overall;
  if (grade === null) return null;
  return (
    <section aria-label="Overall grade" className={css['overall']}>
      <p className={css['gradeLine']}>
        <GradeSign grade={grade} size={34} />
        <strong>{GRADE_WORDS[grade]}</strong>
      </p>
      <p className={css['means']}>{tool.overall[grade]}</p>
      {agreed !== null && <AgreedWords first={made.overall} agreed={agreed} because={second?.agreedBecause ?? null} />}
      {made.overallBecause.trim() !== '' && <p className={css['written']}>{made.overallBecause}</p>}
      {made.limitBecause.trim() !== '' && (
        <p className={css['written']}>
          <strong>Why it is not limited:</strong> {made.limitBecause}
        </p>
      )}
    </section>
  );
}

interface AgreedWordsProps {
  readonly first: Grade | null;
  readonly agreed: Grade;
  readonly because: string | null;
}

function AgreedWords({ first, agreed, because }: AgreedWordsProps): ReactElement {
  const was = first === null || first === agreed ? '' : ` The first grade was “${GRADE_WORDS[first]}”.`;
  return (
    <p className={css['written']}>
      Two people graded it and agreed on this.{was} {because}
    </p>
  );
}
