import { useState } from 'react';
import { useTRPCClient } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { whyNotSaved } from '../../../parts/saving/not-saved.ts';
import { useSaver } from '../../../parts/saving/use-saver.ts';
import type { LoadedTool } from '../model/outputs.ts';
import { ToolSaver, type ToolNow, type ToolServer } from '../model/tool-saver.ts';

/** An audit tool while it is worked on: what there is of it, and what can be done with it. */
export type ToolWork = ToolNow & Pick<ToolSaver, 'edit' | 'undo' | 'saveNow' | 'keepMine' | 'takeTheirs'>;

/** The tool on its page; what still waits is saved when the page is left. */
export function useTool(loaded: LoadedTool): ToolWork {
  const client = useTRPCClient();
  const [saver] = useState(() => new ToolSaver(loaded, serverFor(client, loaded.id)));
  const now = useSaver(saver);
  const { edit, undo, saveNow, keepMine, takeTheirs } = saver;
  return { ...now, edit, undo, saveNow, keepMine, takeTheirs };
}

function serverFor(client: ReturnType<typeof useTRPCClient>, toolId: string): ToolServer {
  return {
    save: (baseVersion, draft, idempotencyKey) => client.auditTools.save.mutate({ toolId, baseVersion, draft, idempotencyKey }),
    load: () => client.auditTools.get.query({ toolId }),
    why: whyNotSaved,
    newKey: newIdempotencyKey,
  };
}
