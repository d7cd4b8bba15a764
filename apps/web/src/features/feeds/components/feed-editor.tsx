import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { dateInWords } from '@plumbline/analytics/wording';
import { useMe } from '../../../app/session/me.tsx';
import { DateField } from '../../../parts/form/date-field.tsx';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { readDate, type FormProblem } from '../../../parts/form/form-problem.ts';
import { readTypedDate } from '../../../parts/form/typed-date.ts';
import { moveWords, type FeedLine } from '../model/feed-words.ts';

interface FeedEditorProps {
  readonly line: FeedLine;
  readonly isSaving: boolean;
  /** `key` is one for this editor, so that pressing twice saves once. */
  readonly onSave: (from: string | null, key: string) => void;
  readonly onLeave: () => void;
}

/** Moves the day from which one kind is recorded here, and says first what that does to the figures. */
export function FeedEditor({ line, isSaving, onSave, onLeave }: FeedEditorProps): ReactElement {
  const formId = useId();
  const { today } = useMe();
  const [typed, setTyped] = useState(line.from === null ? '' : dateInWords(line.from));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  const [key] = useState(newIdempotencyKey);
  const read = readTypedDate(typed, today);
  const after = read.kind === 'date' ? read.value : read.kind === 'empty' ? null : line.from;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (typed.trim() === '') return onSave(null, key);
    const checked = readDate('Records begin on', 'from', typed, today);
    if ('value' in checked) return onSave(checked.value, key);
    setProblems([checked]);
    setTries(tries + 1);
  }

  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="sm" py="sm" maw="36rem">
        <ErrorSummary formId={formId} problems={problems} tries={tries} />
        <DateField
          id={fieldId(formId, 'from')}
          label={`${line.title}: records begin on`}
          help="The first day from which they are complete here. Empty: nobody records them here."
          value={typed}
          today={today}
          error={problemOfEntry(problems, 'from')}
          onChange={setTyped}
        />
        <Text aria-live="polite">{moveWords(line.from, after)}</Text>
        <Group gap="sm">
          <Button type="submit" loading={isSaving}>
            Save the day
          </Button>
          <Button variant="default" onClick={onLeave}>
            Leave it as it is
          </Button>
        </Group>
      </Stack>
    </PlainForm>
  );
}
