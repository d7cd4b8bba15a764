import { useState, type ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { rivalEvent, type Columns, type FactKind, type FactKindName } from '@plumbline/domain/facts';
import { letGo } from '../../../app/leave/unsaved.ts';
import { useTRPC } from '../../../app/api/trpc.ts';
import { differenceOf } from '../../../parts/fact/difference.ts';
import { fieldsOfKind } from '../../../parts/fact/field-model.ts';
import { ConflictNotice } from '../../../parts/form/conflict-notice.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { draftOf, type EventValues } from '../model/event-draft.ts';
import { valuesOf } from '../model/event-words.ts';
import type { EventRow, TeamOption } from '../model/outputs.ts';
import { EventForm } from './event-form.tsx';
import type { EventChanges } from './use-event-changes.ts';

const FIELDS = fieldsOfKind(rivalEvent as unknown as FactKind<FactKindName, Columns>).filter(({ isIdentity }) => !isIdentity);

interface CorrectEventProps {
  readonly event: EventRow;
  readonly teams: readonly TeamOption[];
  readonly changes: EventChanges;
  readonly onClose: () => void;
}

/** Corrects one event in its place; where somebody saved first, both versions stand side by side. */
export function CorrectEvent({ event, teams, changes, onClose }: CorrectEventProps): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  // The version that was opened: it stays although the list refreshes underneath.
  const [opened] = useState(event);
  const [mine, setMine] = useState<EventValues | null>(null);
  const [theirs, setTheirs] = useState<EventRow | null>(null);
  const refusal = changes.error === null ? null : refusalOf(changes.error);

  function save(values: EventValues, over: EventRow): void {
    setMine(values);
    changes.correct(over, values, () => void showTheirs());
  }

  async function showTheirs(): Promise<void> {
    const events = await queryClient.fetchQuery({ ...trpc.impact.events.queryOptions({}), staleTime: 0 });
    setTheirs(events.find(({ id }) => id === opened.id) ?? null);
  }

  const rows =
    theirs === null || mine === null
      ? []
      : differenceOf(
          FIELDS,
          { values: valuesOf(theirs), names: namesOf(teams, valuesOf(theirs)) },
          { values: mine, names: namesOf(teams, mine) },
        );
  return (
    <EventForm
      title={`Correct “${opened.title}”`}
      start={draftOf(opened)}
      teams={teams}
      submitLabel="Save the correction"
      cancelLabel="Leave it as it is"
      isSaving={changes.isBusy}
      refusedFields={refusal?.fields ?? {}}
      onSave={(values) => save(values, theirs ?? opened)}
      onCancel={onClose}
    >
      {theirs !== null && mine !== null && (
        <ConflictNotice
          theirs={theirs}
          rows={rows}
          isSaving={changes.isBusy}
          onKeepMine={() => save(mine, theirs)}
          onTakeTheirs={() => {
            letGo();
            onClose();
          }}
        />
      )}
      {refusal !== null && (refusal.kind !== 'out-of-date' || theirs === null) && <RefusalNotice refusal={refusal} />}
    </EventForm>
  );
}

function namesOf(teams: readonly TeamOption[], { team }: { readonly team?: unknown }): Record<string, string> {
  const name = teams.find(({ code }) => code === team)?.name;
  return name === undefined ? {} : { team: name };
}
