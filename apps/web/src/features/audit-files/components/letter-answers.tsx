import { useState, type ReactElement } from 'react';
import { clauseInWords } from '@plumbline/analytics/wording';
import { isGrade, type AuditQuestion, type AuditReturn, type AuditTool } from '@plumbline/domain/audits';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { valueInWords } from '../model/answer-words.ts';
import { answerTo } from '../model/file-edits.ts';
import { byArea } from '../model/question-marks.ts';
import css from './completed.module.css';
import { GradeWord } from './grade-sign.tsx';

/** Wide enough for two columns; on a phone what follows would stand far below. */
const WIDE = '(min-width: 75em)';

/** Every question with its answer and what was seen, by area. */
export function LetterAnswers({ tool, made }: { readonly tool: AuditTool; readonly made: AuditReturn }): ReactElement {
  const [isOpen, setOpen] = useState(() => globalThis.matchMedia(WIDE).matches);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} className={css['questions']}>
      <summary>
        <h2>Question by question</h2>
      </summary>
      {byArea(tool).map(({ area, questions }) => (
        <section key={area} aria-label={area}>
          <h3 className={css['area']}>{area}</h3>
          <dl className={css['answers']}>
            {questions.map(({ question, number }) => (
              <Answer key={question.id} question={question} number={number} made={made} />
            ))}
          </dl>
        </section>
      ))}
    </details>
  );
}

interface AnswerProps {
  readonly question: AuditQuestion;
  readonly number: number;
  readonly made: AuditReturn;
}

function Answer({ question, number, made }: AnswerProps): ReactElement {
  const { value, note } = answerTo(made, question.id);
  const { origin } = question;
  const isOpenWords = question.answeredBy === 'words' && value === null;
  return (
    <div className={css['answer']}>
      <dt>
        {number}. {question.asks}{' '}
        {origin.kind === 'policy' && (
          <TextLink to="/policy/rule" search={{ id: origin.rule }} size="xs">
            {clauseInWords(origin.clause)}
          </TextLink>
        )}
      </dt>
      {!isOpenWords && (
        <dd className={value === 'not-applicable' ? css['quiet'] : css['value']}>
          {isGrade(value) ? <GradeWord grade={value} /> : valueInWords(value)}
        </dd>
      )}
      {note.trim() !== '' && <dd className={css['note']}>{note}</dd>}
    </div>
  );
}
