import { useRef, useState, type ReactElement } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FactRow } from '@plumbline/analytics/compliance';
import { useTRPC } from '../../../app/api/trpc.ts';
import { letGo } from '../../../app/leave/unsaved.ts';
import { differenceOf } from '../../../parts/fact/difference.ts';
import { draftOf } from '../model/draft.ts';
import { fieldsOf } from '../../../parts/fact/fields-of.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { sentValues } from '../../../parts/form/sent-values.ts';
import { ConflictNotice } from '../../../parts/form/conflict-notice.tsx';
import { FactForm, type FactEntry } from './fact-form.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';

interface CorrectFactProps {
  readonly fact: FactRow;
  /** Called with the version that was corrected, so that it can be put back. */
  readonly onSaved: (before: FactRow) => void;
  readonly onLeave: () => void;
}

/** Corrects one fact: old and new side by side, and both versions where somebody saved first. */
export function CorrectFact({ fact, onSaved, onLeave }: CorrectFactProps): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  // The version that was opened: it stays although the page refreshes underneath.
  const [opened] = useState(fact);
  const [mine, setMine] = useState<FactEntry | null>(null);
  const [theirs, setTheirs] = useState<FactRow | null>(null);
  const key = useRef(newIdempotencyKey());
  const correct = useMutation(trpc.facts.correct.mutationOptions());
  const refusal = correct.error === null ? null : refusalOf(correct.error);
  const fields = fieldsOf(fact.kind);

  function save(entry: FactEntry, over: FactRow): void {
    setMine(entry);
    correct.mutate(
      {
        factId: over.id,
        baseVersion: over.version,
        values: sentValues(entry.values),
        because: entry.because,
        idempotencyKey: key.current,
      },
      {
        onSuccess: () => {
          void queryClient.invalidateQueries();
          onSaved(over);
        },
        onError: (error) => {
          if (refusalOf(error).kind === 'out-of-date') void showTheirs();
        },
      },
    );
  }

  /** Both versions: what was saved meanwhile is asked for afresh. */
  async function showTheirs(): Promise<void> {
    key.current = newIdempotencyKey();
    const versions = await queryClient.fetchQuery({ ...trpc.facts.history.queryOptions({ factId: fact.id }), staleTime: 0 });
    setTheirs(versions.toSorted((one, other) => other.version - one.version)[0] ?? null);
  }

  return (
    <FactForm
      kind={fact.kind}
      start={draftOf(fields, opened.values, opened.labels)}
      stored={{ values: opened.values, names: opened.labels }}
      submitLabel="Save the correction"
      isSaving={correct.isPending}
      refusedFields={refusal?.fields ?? {}}
      onSave={(entry) => save(entry, theirs ?? opened)}
      onCancel={onLeave}
    >
      {theirs !== null && mine !== null && (
        <ConflictNotice
          theirs={theirs}
          rows={differenceOf(fields, { values: theirs.values, names: theirs.labels }, mine)}
          isSaving={correct.isPending}
          onKeepMine={() => save(mine, theirs)}
          onTakeTheirs={() => {
            letGo();
            onLeave();
          }}
        />
      )}
      {refusal !== null && refusal.kind !== 'out-of-date' && <RefusalNotice refusal={refusal} />}
    </FactForm>
  );
}
