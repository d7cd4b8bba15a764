import { type ReactElement } from 'react';
import { Button, Checkbox, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { toolFindingWords } from '@plumbline/analytics/wording';
import {
  auditKind,
  GRADE_WORDS,
  INADEQUATE,
  LIMITED_TO,
  type AnswerKind,
  type AuditKind,
  type AuditQuestion,
  type AuditTool,
  type ToolFinding,
} from '@plumbline/domain/audits';
import { answeredBy, keepable, NO_DESCRIPTIONS, withChanged, withDescription } from '../model/edit-tool.ts';
import type { PolicyWording } from '../model/policy-wording.ts';
import { ANSWER_WORDS, answerChoices } from '../model/tool-words.ts';
import { AreaField } from './area-field.tsx';
import css from './audit-tools.module.css';
import { GradeFields } from './grade-fields.tsx';
import { QuestionSource } from './question-source.tsx';
import type { ToolWork } from './use-tool.ts';

interface QuestionEditorProps {
  readonly question: AuditQuestion;
  readonly number: number;
  readonly work: ToolWork;
  readonly findings: readonly ToolFinding[];
  readonly wording: PolicyWording | null;
}

type Change = (change: (before: AuditQuestion) => AuditQuestion, what?: string) => void;

/** One question in fields: its words, its area, how it is answered, what its grades look like, and whether it limits. */
export function QuestionEditor({ question, number, work, findings, wording }: QuestionEditorProps): ReactElement {
  const isGraded = auditKind(work.tool.kind).isGraded;
  const change: Change = (edit, what = `Changed question ${number}`) =>
    work.edit((tool) => withChanged(tool, question.id, edit), what);
  return (
    <Stack gap="lg">
      {findings.length > 0 && <Findings findings={findings} tool={work.tool} />}
      <Textarea
        label="The question"
        description="One thing, so that every auditor reads it the same way."
        autosize
        minRows={2}
        maxLength={600}
        value={question.asks}
        onChange={(event) => {
          const asks = keepable(event.currentTarget.value);
          change((before) => ({ ...before, asks }));
        }}
      />
      <QuestionSource
        origin={question.origin}
        wording={wording}
        onTakePolicy={(asks) => change((before) => ({ ...before, asks }), `Took the policy’s words for question ${number}`)}
      />
      <AreaField question={question} work={work} />
      <AnsweredField question={question} number={number} kind={work.tool.kind} onChange={change} />
      {isGraded && question.answeredBy !== 'words' && <LimitField question={question} number={number} onChange={change} />}
      {question.answeredBy === 'grade' && <Descriptions question={question} number={number} onChange={change} />}
    </Stack>
  );
}

interface FindingsProps {
  readonly findings: readonly ToolFinding[];
  readonly tool: AuditTool;
}

function Findings({ findings, tool }: FindingsProps): ReactElement {
  return (
    <ul className={css['plainList']}>
      {findings.map((finding) => (
        <li key={finding.kind}>
          {finding.weight === 'must' ? '▲ ' : '◇ '}
          {toolFindingWords(finding, tool)}
        </li>
      ))}
    </ul>
  );
}

interface PartProps {
  readonly question: AuditQuestion;
  readonly number: number;
  readonly onChange: Change;
}

function AnsweredField({ question, number, kind, onChange }: PartProps & { readonly kind: AuditKind }): ReactElement {
  return (
    <NativeSelect
      label="How it is answered"
      description="An auditor can always say that it does not apply."
      maw="24rem"
      data={answerChoices(kind, question.answeredBy).map((value) => ({ value, label: ANSWER_WORDS[value] }))}
      value={question.answeredBy}
      onChange={(event) => {
        const chosen = event.currentTarget.value as AnswerKind;
        onChange((before) => answeredBy(before, chosen), `Changed how question ${number} is answered`);
      }}
    />
  );
}

function LimitField({ question, number, onChange }: PartProps): ReactElement {
  const lowest = question.answeredBy === 'grade' ? GRADE_WORDS[INADEQUATE] : 'No';
  return (
    <Checkbox
      label="Limits the overall grade"
      description={`Answered with “${lowest}”, the overall grade is at most “${GRADE_WORDS[LIMITED_TO]}”, unless the auditor says why. Mark one or two, so that a limit means something.`}
      checked={question.isLimiting}
      onChange={(event) => {
        const isLimiting = event.currentTarget.checked;
        const what = isLimiting ? `Question ${number} limits the overall grade` : `Question ${number} limits nothing any more`;
        onChange((before) => ({ ...before, isLimiting }), what);
      }}
    />
  );
}

function Descriptions({ question, number, onChange }: PartProps): ReactElement {
  const { describes } = question;
  if (describes === null)
    return (
      <Group>
        <Button
          variant="default"
          onClick={() =>
            onChange(
              (before) => ({ ...before, describes: NO_DESCRIPTIONS }),
              `Began to describe the grades of question ${number}`,
            )
          }
        >
          Describe its four grades
        </Button>
      </Group>
    );
  return (
    <Stack gap="sm">
      <GradeFields
        legend="What each grade looks like here"
        says="Shown beside the grade while it is chosen, so that auditors grade alike. One that is left empty shows its name alone."
        value={describes}
        onChange={(grade, text) =>
          onChange((before) => ({ ...before, describes: withDescription(before.describes, grade, text) }))
        }
      />
      <Group>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() =>
            onChange((before) => ({ ...before, describes: null }), `Took out the descriptions of question ${number}`)
          }
        >
          Take the descriptions out
        </Button>
      </Group>
    </Stack>
  );
}
