import { type ReactElement } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { auditKind, GRADE_WORDS, GRADES, type AuditQuestion, type AuditTool, type Grade } from '@plumbline/domain/audits';
import { areasOf, numberOf } from '../model/edit-tool.ts';
import { originWords } from '../model/tool-words.ts';
import css from './audit-tools.module.css';
import { ComputedList } from './computed-list.tsx';

/** The tool as auditors read it, to look at and to print. Nothing can be filled in. */
export function Preview({ tool }: { readonly tool: AuditTool }): ReactElement {
  const { isGraded } = auditKind(tool.kind);
  return (
    <article className={css['paper']} aria-label="As auditors see it">
      <Group gap="md" mb="lg" className="no-print">
        <Button variant="default" onClick={() => globalThis.print()}>
          Print
        </Button>
        <Text c="dimmed">To look at and to print. Auditors fill it in on their own pages.</Text>
      </Group>
      <Text className={`prose ${css['paperIntroduction']}`} mb="lg">
        {tool.introduction}
      </Text>
      {tool.computed.length > 0 && (
        <section aria-labelledby="paper-records" className={css['paperArea']}>
          <h2 id="paper-records">Worked out from records</h2>
          <Text c="dimmed" mb="xs">
            Shown with what the records say. Not graded.
          </Text>
          <ComputedList computed={tool.computed} isLinked={false} />
        </section>
      )}
      <section aria-labelledby="paper-questions">
        <h2 id="paper-questions">Questions</h2>
        {areasOf(tool).map(({ title, questions }) => (
          <section key={title} aria-label={title} className={css['paperArea']}>
            <h3>{title}</h3>
            {questions.map((question) => (
              <Question key={question.id} question={question} tool={tool} />
            ))}
          </section>
        ))}
      </section>
      <Conclusion tool={tool} isGraded={isGraded} />
    </article>
  );
}

function Question({ question, tool }: { readonly question: AuditQuestion; readonly tool: AuditTool }): ReactElement {
  return (
    <div className={css['paperQuestion']}>
      <Text fw={600}>
        {numberOf(tool, question.id)}. {question.asks}
      </Text>
      <Text size="sm" c="dimmed">
        {originWords(question)}
        {question.isLimiting && '. Limits the overall grade'}
      </Text>
      <Answers question={question} />
      <div className={css['lines']}>{question.answeredBy === 'words' ? 'The answer' : 'What you saw'}</div>
    </div>
  );
}

const NOT_HERE = 'Does not apply';

function Answers({ question: { answeredBy, describes } }: { readonly question: AuditQuestion }): ReactElement {
  if (answeredBy === 'grade' && describes !== null) return <Grades describes={describes} last={NOT_HERE} />;
  const grades = GRADES.toReversed().map((grade) => GRADE_WORDS[grade]);
  const choices = answeredBy === 'grade' ? grades : answeredBy === 'yes-no' ? ['Yes', 'No'] : [];
  return (
    <ul className={css['paperAnswers']}>
      {[...choices, NOT_HERE].map((choice) => (
        <li key={choice}>
          <Box /> {choice}
        </li>
      ))}
    </ul>
  );
}

function Box(): ReactElement {
  return <span className={css['box']} aria-hidden="true" />;
}

interface GradesProps {
  readonly describes: Readonly<Record<Grade, string>>;
  readonly last?: string;
}

function Grades({ describes, last }: GradesProps): ReactElement {
  return (
    <ul className={css['paperGrades']}>
      {GRADES.toReversed().map((grade) => (
        <li key={grade}>
          <span>
            <Box /> {GRADE_WORDS[grade]}
          </span>
          <span>{describes[grade]}</span>
        </li>
      ))}
      {last !== undefined && (
        <li>
          <span>
            <Box /> {last}
          </span>
        </li>
      )}
    </ul>
  );
}

function Conclusion({ tool, isGraded }: { readonly tool: AuditTool; readonly isGraded: boolean }): ReactElement {
  return (
    <section aria-labelledby="paper-conclusion">
      <h2 id="paper-conclusion">To conclude</h2>
      <Stack gap="md">
        <div className={css['lines']}>What was done well: at least one thing</div>
        <div className={css['lines']}>What to improve</div>
      </Stack>
      {isGraded && (
        <div className={css['paperQuestion']}>
          <h3>Overall grade</h3>
          <Text c="dimmed">A judgement, and no average of the grades above.</Text>
          <Grades describes={tool.overall} />
          <div className={css['lines']}>What it rests on</div>
        </div>
      )}
    </section>
  );
}
