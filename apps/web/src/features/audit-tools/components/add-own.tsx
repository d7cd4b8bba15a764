import { useState, type FormEvent, type ReactElement } from 'react';
import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { auditKind, type AnswerKind, type AuditTool } from '@plumbline/domain/audits';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { areasOf, keepable, ownQuestion, withQuestion } from '../model/edit-tool.ts';
import { ANSWER_WORDS, answerChoices } from '../model/tool-words.ts';
import type { ToolWork } from './use-tool.ts';

const FORM = 'add-own';
/** Stands for an area that is not there yet; no area is called so. */
const ANOTHER = '\u2026';

/** What is typed of a question that is not there yet. */
interface Typed {
  readonly asks: string;
  /** What its area is called. */
  readonly title: string;
  /** The name of an area that is not there yet. */
  readonly name: string;
  readonly answeredBy: AnswerKind;
}

interface AddOwnProps {
  readonly work: ToolWork;
  /** The question after which it is put where it is of the same area. */
  readonly after: string | null;
  readonly onAdded: (id: string) => void;
  readonly onClose: () => void;
}

/** A question of the council's own: its words, its area and how it is answered; the rest is set where it then stands. */
export function AddOwn({ work, after, onAdded, onClose }: AddOwnProps): ReactElement {
  const { tool } = work;
  const groups = areasOf(tool);
  const openArea = groups.find(({ questions }) => questions.some(({ id }) => id === after));
  const [typed, setTyped] = useState<Typed>(() => ({
    asks: '',
    title: (openArea ?? groups[0])?.title ?? ANOTHER,
    name: '',
    answeredBy: auditKind(tool.kind).isGraded ? 'grade' : 'yes-no',
  }));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const { asks, title, name, answeredBy } = typed;
    const area = title === ANOTHER ? name.trim() : (groups.find((group) => group.title === title)?.area ?? title);
    const found = [
      ...(asks.trim() === '' ? [{ entry: 'asks', message: 'Write the question first.' }] : []),
      ...(area === '' ? [{ entry: 'area', message: 'Say which area it belongs to.' }] : []),
    ];
    setProblems(found);
    setTries((before) => before + 1);
    if (found.length > 0) return;
    // Part of a random key: nobody who adds one at the same time may make the same id.
    const question = ownQuestion(asks.trim(), area, answeredBy, newIdempotencyKey().slice(0, 13));
    work.edit((before) => withQuestion(before, question, after), `Added “${question.asks}”`);
    onAdded(question.id);
  }

  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="md" maw="36rem" mb="xl">
        <ErrorSummary formId={FORM} problems={problems} tries={tries} />
        <Fields tool={tool} typed={typed} problems={problems} onChange={setTyped} />
        <Group gap="sm">
          <Button type="submit">Add this question</Button>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </PlainForm>
  );
}

interface FieldsProps {
  readonly tool: AuditTool;
  readonly typed: Typed;
  readonly problems: readonly FormProblem[];
  readonly onChange: (typed: Typed) => void;
}

function Fields({ tool, typed, problems, onChange }: FieldsProps): ReactElement {
  return (
    <>
      <Textarea
        id={fieldId(FORM, 'asks')}
        label="Your question"
        description="One thing, so that every auditor reads it the same way."
        autosize
        minRows={2}
        maxLength={600}
        value={typed.asks}
        error={problemOfEntry(problems, 'asks')}
        onChange={(event) => onChange({ ...typed, asks: keepable(event.currentTarget.value) })}
      />
      <NativeSelect
        label="Area"
        maw="24rem"
        data={[...areasOf(tool).map((group) => group.title), { value: ANOTHER, label: 'Another area' }]}
        value={typed.title}
        onChange={(event) => onChange({ ...typed, title: event.currentTarget.value })}
      />
      {typed.title === ANOTHER && (
        <TextInput
          id={fieldId(FORM, 'area')}
          label="Name of the new area"
          maw="24rem"
          maxLength={80}
          value={typed.name}
          error={problemOfEntry(problems, 'area')}
          onChange={(event) => onChange({ ...typed, name: keepable(event.currentTarget.value) })}
        />
      )}
      <NativeSelect
        label="How it is answered"
        maw="24rem"
        data={answerChoices(tool.kind, typed.answeredBy).map((value) => ({ value, label: ANSWER_WORDS[value] }))}
        value={typed.answeredBy}
        onChange={(event) => onChange({ ...typed, answeredBy: event.currentTarget.value as AnswerKind })}
      />
    </>
  );
}
