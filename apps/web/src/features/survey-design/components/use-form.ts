import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTRPCClient } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { FormSaver, type FormNow, type FormServer, type NotSaved } from '../model/form-saver.ts';
import type { LoadedDesign } from '../model/outputs.ts';

/** A form while it is worked on: what there is of it, and what can be done with it. */
export type FormWork = FormNow & Pick<FormSaver, 'edit' | 'undo' | 'saveNow' | 'keepMine' | 'takeTheirs'>;

/** The form of a design on its page; what still waits is saved when the page is left. */
export function useForm(design: LoadedDesign): FormWork {
  const client = useTRPCClient();
  const [saver] = useState(() => new FormSaver(design, serverFor(client, design.id)));
  const now = useSyncExternalStore(saver.subscribe, saver.read);
  // The browser's warning, and what waits when the page is left.
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (saver.hasUnsaved) event.preventDefault();
    };
    globalThis.addEventListener('beforeunload', warn);
    return () => {
      globalThis.removeEventListener('beforeunload', warn);
      void saver.saveNow();
    };
  }, [saver]);
  const { edit, undo, saveNow, keepMine, takeTheirs } = saver;
  return { ...now, edit, undo, saveNow, keepMine, takeTheirs };
}

const KNOWN: readonly string[] = ['out-of-date', 'offline', 'invalid', 'forbidden', 'wrong-state'] satisfies NotSaved[];

function serverFor(client: ReturnType<typeof useTRPCClient>, designId: string): FormServer {
  return {
    save: (baseVersion, draft, idempotencyKey) =>
      client.surveyDesigns.save.mutate({ designId, baseVersion, draft, idempotencyKey }),
    load: () => client.surveyDesigns.get.query({ designId }),
    why: (error) => {
      const { kind } = refusalOf(error);
      return KNOWN.includes(kind) ? (kind as NotSaved) : 'other';
    },
    newKey: newIdempotencyKey,
  };
}
