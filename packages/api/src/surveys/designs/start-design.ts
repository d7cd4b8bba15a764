import { randomUUID } from 'node:crypto';
import { createDesign, findDesignVersion, writeAudit, type CouncilTransaction, type DesignOrigin } from '@plumbline/database';
import { fitToPolicy, fullForm, pulseOf, type DesignImportNote, type Instrument } from '@plumbline/domain/surveys';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdempotencyKey, IdInput, TextInput, VersionInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { LARGEST_FORM, readForm } from '../design-import/read-form.ts';
import { packInForce } from '../../access/policy-of.ts';
import { requireDesign } from './design-view.ts';

const StartDesignInput = z.object({
  from: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['full', 'pulse', 'blank']) }),
    /** The draft of another survey as it stands, or what the pulse takes of it. */
    z.object({ kind: z.enum(['copy', 'pulse-of']), designId: IdInput }),
    /** A published version of a survey; what is asked again keeps its lineage. */
    z.object({ kind: z.literal('version'), designId: IdInput, number: VersionInput }),
    /** A file of LimeSurvey (.lss) or SurveyJS (.json). */
    z.object({ kind: z.literal('file'), text: TextInput.max(LARGEST_FORM), fileName: TextInput.max(200) }),
  ]),
  title: TextInput.trim().min(1).max(120),
  idempotencyKey: IdempotencyKey,
});
type StartDesign = z.infer<typeof StartDesignInput>;

export interface DesignStarted {
  readonly designId: string;
  /** What did not come over whole from a file; empty for everything else. */
  readonly notes: readonly DesignImportNote[];
}

interface Beginning {
  readonly origin: DesignOrigin;
  readonly draft: Instrument;
  readonly notes: readonly DesignImportNote[];
}

/** Begins a survey: with the full form, the pulse, nothing, a copy, an earlier version, or a file of another tool. */
export async function startDesign(caller: Caller, { idempotencyKey, ...asked }: StartDesign): Promise<DesignStarted> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'survey.design.start', idempotencyKey, asked }, async () => {
      const id = randomUUID();
      const by = caller.signedIn.person;
      const { origin, draft, notes } = await beginningOf(tx, caller, asked.from, id);
      await createDesign(tx, { id, origin, draft: { ...draft, title: asked.title }, by });
      await writeAudit(tx, { actor: by, action: 'survey.design.start' });
      return { designId: id, notes };
    }),
  );
}

async function beginningOf(tx: CouncilTransaction, caller: Caller, from: StartDesign['from'], id: string): Promise<Beginning> {
  switch (from.kind) {
    case 'blank':
      return { origin: 'blank', draft: { ...fullForm, introduction: '', items: [] }, notes: [] };
    case 'full':
    case 'pulse': {
      const pack = await packInForce(tx, caller);
      const full = pack === null ? fullForm : fitToPolicy(fullForm, pack);
      return { origin: from.kind, draft: from.kind === 'full' ? full : pulseOf(full), notes: [] };
    }
    case 'copy':
      return { origin: 'copy', draft: (await requireDesign(tx, from.designId)).draft, notes: [] };
    case 'pulse-of':
      return { origin: 'pulse', draft: pulseOf((await requireDesign(tx, from.designId)).draft), notes: [] };
    case 'version': {
      const version = (await findDesignVersion(tx, from.designId, from.number)) ?? refuse('not-found');
      return { origin: 'version', draft: version.instrument, notes: [] };
    }
    case 'file': {
      const read = readForm(from.text, `own-${id.slice(0, 8)}`);
      if (!read.ok) refuse('not-valid', { fields: { file: read.refusal } });
      return { origin: read.origin, draft: read.instrument, notes: read.notes };
    }
  }
}

export const startDesignProcedure = procedure
  .meta({ permission: 'surveys:design' })
  .input(StartDesignInput)
  .mutation(({ ctx, input }) => startDesign(ctx.caller, input));
