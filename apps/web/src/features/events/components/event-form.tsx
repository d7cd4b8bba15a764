import { useId, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { RIVAL_EVENT_KINDS, rivalEvent, type Columns } from '@plumbline/domain/facts';
import { leave, useUnsaved } from '../../../app/leave/unsaved.ts';
import { useMe } from '../../../app/session/me.tsx';
import { DateField } from '../../../parts/form/date-field.tsx';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { checkEvent, LONGEST_TITLE, type EventDraft, type EventValues } from '../model/event-draft.ts';
import type { TeamOption } from '../model/outputs.ts';
import { useFirstFocus } from './use-first-focus.ts';
import css from './events.module.css';

const KINDS = Object.entries(RIVAL_EVENT_KINDS).map(([value, label]) => ({ value, label }));
const columns: Columns = rivalEvent.columns;

interface EventFormProps {
  readonly title: string;
  readonly start: EventDraft;
  readonly teams: readonly TeamOption[];
  readonly submitLabel: string;
  readonly cancelLabel: string;
  readonly isSaving: boolean;
  /** What the server says of single fields. */
  readonly refusedFields: Readonly<Record<string, string>>;
  readonly onSave: (values: EventValues) => void;
  readonly onCancel: () => void;
  /** Why the server refused, or both versions. */
  readonly children?: ReactNode;
}

/** A calm form for one event, in the place where it stands or will stand. */
export function EventForm(props: EventFormProps): ReactElement {
  const { start, teams, refusedFields, onSave, onCancel } = props;
  const formId = useId();
  const { today } = useMe();
  const [draft, setDraft] = useState(start);
  const [untouched] = useState(start);
  const [found, setFound] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  const hasChanged = JSON.stringify(draft) !== JSON.stringify(untouched);
  useUnsaved(hasChanged);
  const refused = Object.entries(refusedFields).map(([entry, says]) => ({
    entry,
    message: `“${columns[entry]?.label ?? entry}”: ${says}`,
  }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    const checked = checkEvent(draft, today);
    setFound(checked.ok ? [] : checked.problems);
    if (checked.ok) onSave(checked.values);
    else setTries(tries + 1);
  }

  const problems = found.length > 0 ? found : refused;
  const set = (change: Partial<EventDraft>) => setDraft({ ...draft, ...change });
  return (
    <section className={css['form']} aria-label={props.title}>
      <PlainForm onSubmit={submit}>
        <Stack gap="md">
          <ErrorSummary formId={formId} problems={problems} tries={tries} />
          {props.children}
          <EventFields formId={formId} draft={draft} problems={problems} teams={teams} set={set} />
          <Group gap="sm">
            <Button type="submit" loading={props.isSaving}>
              {props.submitLabel}
            </Button>
            <Button variant="default" onClick={() => leave(onCancel)}>
              {props.cancelLabel}
            </Button>
          </Group>
        </Stack>
      </PlainForm>
    </section>
  );
}

interface EventFieldsProps {
  readonly formId: string;
  readonly draft: EventDraft;
  readonly problems: readonly FormProblem[];
  readonly teams: readonly TeamOption[];
  readonly set: (change: Partial<EventDraft>) => void;
}

function EventFields({ formId, draft, problems, teams, set }: EventFieldsProps): ReactElement {
  const { today } = useMe();
  const first = useFirstFocus();
  const field = (entry: string) => ({ id: fieldId(formId, entry), error: problemOfEntry(problems, entry) });
  return (
    <>
      <TextInput
        {...field('title')}
        label="What happened"
        description="A few words; no names of people or children."
        ref={first}
        autoComplete="off"
        maxLength={LONGEST_TITLE}
        value={draft.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Select
        {...field('kind')}
        label="Kind of event"
        placeholder="Choose"
        maw="28rem"
        data={KINDS}
        value={draft.kind === '' ? null : draft.kind}
        onChange={(kind) => set({ kind: kind ?? '' })}
      />
      <div className={css['dates']}>
        <DateField
          {...field('on')}
          label="On"
          help="The day on which it happened or began."
          value={draft.on}
          today={today}
          onChange={(on) => set({ on })}
        />
        <DateField
          {...field('to')}
          label="To (optional)"
          help="The last day; empty where it was one day, or goes on."
          value={draft.to}
          today={today}
          onChange={(to) => set({ to })}
        />
      </div>
      <Select
        {...field('team')}
        label="Whom it touched"
        maw="28rem"
        searchable
        allowDeselect={false}
        data={[{ value: '', label: 'The whole council' }, ...teams.map(({ code, name }) => ({ value: code, label: name }))]}
        value={draft.team}
        nothingFoundMessage="No such team"
        onChange={(team) => set({ team: team ?? '' })}
      />
      <Checkbox
        id={fieldId(formId, 'isNewStart')}
        label="Charts begin new limits from here"
        description="Tick it where what came before can no longer be compared. Use it seldom: every fresh start hides a change. Of one team it changes nothing in charts of the whole council."
        checked={draft.isNewStart}
        onChange={(event) => set({ isNewStart: event.currentTarget.checked })}
      />
    </>
  );
}
