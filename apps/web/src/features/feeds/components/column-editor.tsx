import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { dateInWords } from '@plumbline/analytics/wording';
import { useMe } from '../../../app/session/me.tsx';
import { DateField } from '../../../parts/form/date-field.tsx';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import { readDate, type FormProblem } from '../../../parts/form/form-problem.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { readTypedDate } from '../../../parts/form/typed-date.ts';
import { keptInWords, keptMoveWords, type ColumnLine, type Kept } from '../model/column-words.ts';

interface ColumnEditorProps {
  readonly line: ColumnLine;
  readonly isSaving: boolean;
  /** `key` is one for this editor, so that pressing twice saves once. */
  readonly onSave: (kept: Kept, key: string) => void;
  readonly onLeave: () => void;
}

type Choice = 'as-kind' | 'from' | 'nobody';

/** Says from when one column is recorded here, and first what that does to the figures. */
export function ColumnEditor({ line, isSaving, onSave, onLeave }: ColumnEditorProps): ReactElement {
  const formId = useId();
  const { today } = useMe();
  const isDated = line.kept !== 'nobody' && line.kept !== 'as-kind';
  const [choice, setChoice] = useState<Choice>(isDated ? 'from' : (line.kept as Choice));
  const [typed, setTyped] = useState(isDated ? dateInWords(line.kept) : '');
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  const [key] = useState(newIdempotencyKey);
  const read = readTypedDate(typed, today);
  const after: Kept = choice !== 'from' ? choice : read.kind === 'date' ? read.value : line.kept;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (choice !== 'from') return onSave(choice, key);
    const checked = readDate('Recorded from', 'from', typed, today);
    if ('value' in checked) return onSave(checked.value, key);
    setProblems([checked]);
    setTries(tries + 1);
  }

  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="sm" py="sm" maw="36rem">
        <ErrorSummary formId={formId} problems={problems} tries={tries} />
        <Radio.Group label={`“${line.label}” is recorded here`} value={choice} onChange={(next) => setChoice(next as Choice)}>
          <Stack gap="xs" mt="xs">
            <Radio value="as-kind" label={keptInWords(line.kind, 'as-kind')} />
            <Radio value="from" label="From a day on" />
            <Radio value="nobody" label="Not at all: nobody here records it" />
          </Stack>
        </Radio.Group>
        {choice === 'from' && (
          <DateField
            id={fieldId(formId, 'from')}
            label={`${line.label}: recorded from`}
            help="The first day from which it is filled in here."
            value={typed}
            today={today}
            error={problemOfEntry(problems, 'from')}
            onChange={setTyped}
          />
        )}
        <Text aria-live="polite">{keptMoveWords(line, after)}</Text>
        <Group gap="sm">
          <Button type="submit" loading={isSaving}>
            Save
          </Button>
          <Button variant="default" onClick={onLeave}>
            Leave it as it is
          </Button>
        </Group>
      </Stack>
    </PlainForm>
  );
}
