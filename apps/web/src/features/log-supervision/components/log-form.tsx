import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { Button, Group, Radio, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import type { SessionDetail, SessionPreparation } from '@plumbline/analytics/compliance';
import { letGo, useUnsaved } from '../../../app/leave/unsaved.ts';
import { useMe, type Me } from '../../../app/session/me.tsx';
import { useOpenWork } from '../../../app/session/open-work.ts';
import { ConflictNotice } from '../../../parts/form/conflict-notice.tsx';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import { askedOf } from '../model/asked.ts';
import { checkLog } from '../model/check-log.ts';
import { emptyLog, logOfPlanned, logOfSession, type LogDraft, type Outcome } from '../model/log-draft.ts';
import { logLabels, type LogLabels } from '../model/log-labels.ts';
import { refusedEntries } from '../model/refused-entries.ts';
import { childrenToOffer } from '../model/offered-children.ts';
import { choicesOf } from '../model/session-words.ts';
import { ChildrenField } from './children-field.tsx';
import { HeldFields } from './held-fields.tsx';
import { LoggedNotice } from './logged-notice.tsx';
import { PlannedFields } from './planned-fields.tsx';
import { PutOffFields } from './put-off-fields.tsx';
import { RecordFields } from './record-fields.tsx';
import { useLogSaving } from './use-log-saving.ts';
import css from './log-form.module.css';

interface LogFormProps {
  readonly prepared: SessionPreparation;
  /** The line of the log that is completed or changed; null for one that is not in the log yet. */
  readonly existing: SessionDetail | null;
  /** A planned one was chosen to say what became of it, so the outcome is asked afresh. */
  readonly isPlannedChosen: boolean;
  /** Called once it is saved or taken back, so that what led here steps aside. */
  readonly onLogged: (isLogged: boolean) => void;
  readonly onDone: () => void;
}

const OUTCOMES: readonly { readonly value: Outcome; readonly help: string }[] = [
  { value: 'held', help: 'The two met, interrupted or not' },
  { value: 'planned', help: 'It is still to come' },
  { value: 'postponed', help: 'It was put off to another day' },
  { value: 'cancelled', help: 'It was called off' },
];

/** Somebody who talks touches no key: the sign-in lasts as long as a supervision, and some time to finish. */
const USUAL_MINUTES = 90;
const MINUTES_MORE = 30;

function startOf(
  { prepared, existing, isPlannedChosen }: Pick<LogFormProps, 'prepared' | 'existing' | 'isPlannedChosen'>,
  me: Me,
): LogDraft {
  const { today } = me;
  const self = prepared.supervisors.filter((person) => person.id === me.person.id);
  if (existing === null)
    return {
      ...emptyLog(today, self.length === 1 ? self : prepared.supervisors),
      kind: prepared.kinds.length === 1 ? (prepared.kinds[0] ?? '') : '',
    };
  return isPlannedChosen ? logOfPlanned(existing, today) : logOfSession(existing, today);
}

/** Asks what became of a supervision, and only what follows from the answer. */
export function LogForm({ prepared, existing, isPlannedChosen, onLogged, onDone }: LogFormProps): ReactElement {
  const formId = useId();
  const me = useMe();
  const { today } = me;
  useOpenWork((existing?.minutes ?? USUAL_MINUTES) + MINUTES_MORE);
  const [untouched] = useState(() => startOf({ prepared, existing, isPlannedChosen }, me));
  const [draft, setDraft] = useState(untouched);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);
  const saving = useLogSaving({
    supervisee: prepared.supervisee,
    existing,
    onLogged,
    onPutBack: () => setDraft(startOf({ prepared, existing, isPlannedChosen }, me)),
  });
  useUnsaved(saving.logged === null && isTyped(draft, untouched));
  const shown = problems.length > 0 ? problems : refusedEntries(saving.refusal?.fields ?? {});
  const offered = childrenToOffer(prepared, existing);
  const asked = askedOf(draft);
  const change = (next: Partial<LogDraft>) => setDraft({ ...draft, ...next });
  const labels = logLabels(prepared.words, draft);
  const parts = { formId, draft, problems: shown, today, onChange: change, labels };

  function submit(event: FormEvent): void {
    event.preventDefault();
    const checked = checkLog(
      draft,
      prepared.supervisee.id,
      Object.fromEntries(offered.map((child) => [child.subject.id, child.subject.label])),
      today,
      labels,
    );
    setProblems(checked.ok ? [] : checked.problems);
    if (checked.ok) saving.save(checked.input);
    else setTries(tries + 1);
  }

  if (saving.logged !== null) return <LoggedNotice logged={saving.logged} offered={offered} undo={saving.undo} onDone={onDone} />;
  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="lg">
        <ErrorSummary formId={formId} problems={shown} tries={tries} />
        {saving.conflict !== null && (
          <ConflictNotice
            theirs={saving.conflict.theirs}
            rows={saving.conflict.rows}
            isSaving={saving.isSaving}
            onKeepMine={saving.keepMine}
            onTakeTheirs={() => {
              letGo();
              onDone();
            }}
          />
        )}
        {saving.refusal !== null && saving.refusal.kind !== 'out-of-date' && <RefusalNotice refusal={saving.refusal} />}
        <Radio.Group
          label={`What became of the supervision of ${prepared.supervisee.name}?`}
          value={draft.outcome}
          error={problemOfEntry(shown, 'outcome')}
          onChange={(outcome) => change({ outcome: outcome as Outcome })}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt="xs" maw="36rem">
            {OUTCOMES.map((outcome, index) => (
              <Radio
                key={outcome.value}
                {...(index === 0 ? { id: fieldId(formId, 'outcome') } : {})}
                value={outcome.value}
                label={labels.outcomes[outcome.value]}
                description={outcome.help}
              />
            ))}
          </SimpleGrid>
        </Radio.Group>
        {draft.outcome !== null && (
          <div className={css['columns']}>
            <Stack gap="lg">
              <SupervisorField prepared={prepared} existing={existing} {...parts} />
              <Select
                id={fieldId(formId, 'kind')}
                label="Kind"
                placeholder="Choose"
                maw="28rem"
                data={[...choicesOf('kind', withCode(prepared.kinds, draft.kind))]}
                value={draft.kind === '' ? null : draft.kind}
                error={problemOfEntry(shown, 'kind')}
                onChange={(kind) => change({ kind: kind ?? '' })}
              />
              {draft.outcome === 'planned' && <PlannedFields {...parts} />}
              {draft.outcome === 'held' && <HeldFields {...parts} asked={asked} />}
              {(draft.outcome === 'postponed' || draft.outcome === 'cancelled') && (
                <PutOffFields {...parts} asked={asked} isAlreadyPlanned={existing !== null} />
              )}
            </Stack>
            {asked.has('children') && (
              <Stack gap="lg">
                <ChildrenField {...parts} offered={offered} onDraft={setDraft} />
                <RecordFields {...parts} />
              </Stack>
            )}
          </div>
        )}
        <Group gap="sm">
          <Button type="submit" loading={saving.isSaving} disabled={draft.outcome === null}>
            Save in the log
          </Button>
          <Button variant="default" onClick={onDone}>
            Leave
          </Button>
        </Group>
        {draft.outcome === null && (
          <Text size="sm" c="dimmed">
            Nothing is saved until you say what became of it.
          </Text>
        )}
      </Stack>
    </PlainForm>
  );
}

/** Whether more was said than what became of it: one press says that again. */
function isTyped(draft: LogDraft, untouched: LogDraft): boolean {
  return JSON.stringify({ ...draft, outcome: null }) !== JSON.stringify({ ...untouched, outcome: null });
}

/** The kinds that the policy knows, and the one that already stands in the log. */
function withCode(kinds: readonly string[], code: string): readonly string[] {
  return code === '' ? kinds : [...kinds, code];
}

/** What every part of the form gets. */
export interface LogFormPart {
  readonly formId: string;
  readonly draft: LogDraft;
  readonly problems: readonly FormProblem[];
  readonly today: string;
  readonly onChange: (change: Partial<LogDraft>) => void;
  readonly labels: LogLabels;
}

function SupervisorField({
  prepared,
  existing,
  formId,
  draft,
  problems,
  onChange,
}: LogFormPart & Pick<LogFormProps, 'prepared' | 'existing'>): ReactElement {
  const people = [...prepared.supervisors, ...(existing === null ? [] : [existing.supervisor])];
  const options = [...new Map(people.map((person) => [person.id, { value: person.id, label: person.name }])).values()];
  return (
    <Select
      id={fieldId(formId, 'supervisor')}
      label="Supervisor"
      description="Who holds it"
      placeholder="Choose"
      maw="28rem"
      data={options}
      value={draft.supervisor === '' ? null : draft.supervisor}
      error={problemOfEntry(problems, 'supervisor')}
      onChange={(supervisor) => onChange({ supervisor: supervisor ?? '' })}
    />
  );
}
