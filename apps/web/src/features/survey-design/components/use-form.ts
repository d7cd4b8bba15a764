import { useState } from 'react';
import { useTRPCClient } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { whyNotSaved } from '../../../parts/saving/not-saved.ts';
import { useSaver } from '../../../parts/saving/use-saver.ts';
import { FormSaver, type FormNow, type FormServer } from '../model/form-saver.ts';
import type { LoadedDesign } from '../model/outputs.ts';

/** A form while it is worked on: what there is of it, and what can be done with it. */
export type FormWork = FormNow & Pick<FormSaver, 'edit' | 'undo' | 'saveNow' | 'keepMine' | 'takeTheirs'>;

/** The form of a design on its page; what still waits is saved when the page is left. */
export function useForm(design: LoadedDesign): FormWork {
  const client = useTRPCClient();
  const [saver] = useState(() => new FormSaver(design, serverFor(client, design.id)));
  const now = useSaver(saver);
  const { edit, undo, saveNow, keepMine, takeTheirs } = saver;
  return { ...now, edit, undo, saveNow, keepMine, takeTheirs };
}

function serverFor(client: ReturnType<typeof useTRPCClient>, designId: string): FormServer {
  return {
    save: (baseVersion, draft, idempotencyKey) =>
      client.surveyDesigns.save.mutate({ designId, baseVersion, draft, idempotencyKey }),
    load: () => client.surveyDesigns.get.query({ designId }),
    why: whyNotSaved,
    newKey: newIdempotencyKey,
  };
}
