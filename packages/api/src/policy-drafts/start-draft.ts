import { randomUUID } from 'node:crypto';
import {
  attachedDocuments,
  createDraft,
  findCouncil,
  findTimeline,
  writeAudit,
  type CouncilTransaction,
  type NewDraft,
} from '@plumbline/database';
import { formatDay, type LocalDate } from '@plumbline/domain/calendar';
import { contentHash, type FormTemplate, type PolicyPack } from '@plumbline/domain/policy';
import { blankPack, readOtherwise, switchConvention } from '@plumbline/domain/policy/authoring';
import { versionOn } from '@plumbline/domain/rules';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { labelsOf } from '../access/labels.ts';
import { BecauseInput, IdempotencyKey, TextInput } from '../inputs.ts';
import { once } from '../once.ts';
import type { PolicyTextRead } from '../policy/policy-shelf.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { shelfOf } from './draft-content.ts';

const StartDraftInput = z.object({
  from: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('blank') }),
    z.object({ kind: z.literal('in-force') }),
    z.object({ kind: z.literal('shelf'), id: z.string().max(60) }),
    z.object({ kind: z.literal('text'), text: TextInput.max(2_100_000), fileName: TextInput.max(200) }),
    /** The policy in force with one convention counted otherwise, decided by the caller today. */
    z.object({ kind: z.literal('convention'), name: z.string().max(60), value: z.string().max(60), because: BecauseInput }),
    /** The policy in force with one clause read the other way. */
    z.object({ kind: z.literal('reading'), id: z.string().max(60), because: BecauseInput }),
  ]),
  title: TextInput.trim().min(1).max(120),
  idempotencyKey: IdempotencyKey,
});
type StartDraft = z.infer<typeof StartDraftInput>;
type Beginning = Pick<NewDraft, 'origin' | 'baseHash' | 'pack' | 'sourceText' | 'documentId'>;

/** Begins a new version: blank, from the policy in force, from a policy that comes with the product, or from a file. */
export async function startDraft(
  caller: Caller,
  { idempotencyKey, ...asked }: StartDraft,
): Promise<{ readonly draftId: string }> {
  const council = await findCouncil(caller.services.database, caller.signedIn.councilId);
  if (council === null) refuse('not-found');
  return await caller.read((tx) =>
    once(tx, caller, { action: 'policy.draft.start', idempotencyKey, asked }, async () => {
      const id = randomUUID();
      const beginning = await beginningOf(tx, caller, asked.from, council);
      await createDraft(tx, { id, title: asked.title, by: caller.signedIn.person, ...beginning });
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'policy.draft.start' });
      return { draftId: id };
    }),
  );
}

async function beginningOf(
  tx: CouncilTransaction,
  caller: Caller,
  from: StartDraft['from'],
  council: { readonly slug: string; readonly name: string },
): Promise<Beginning> {
  const ours = await inForce(tx, caller);
  const own = { id: ours?.id ?? council.slug, council: ours?.council ?? council.name, version: ours?.version ?? '0.1.0' };
  const alone = { baseHash: null, sourceText: null, documentId: null };
  switch (from.kind) {
    case 'blank':
      return { ...alone, origin: 'blank', pack: { ...blankPack(own.id, own.council, formatDay(caller.today)), ...own } };
    case 'shelf': {
      const found = shelfOf(caller)
        .list()
        .find(({ pack }) => pack.id === from.id);
      if (found === undefined) refuse('not-found');
      return { ...alone, origin: 'shelf', pack: asOurs(found.pack, own, formatDay(caller.today)) };
    }
    case 'text': {
      const read = shelfOf(caller).readText(from.text);
      if (read.data === null || typeof read.data !== 'object' || Array.isArray(read.data))
        refuse('not-valid', { fields: { file: slipsIn(from.fileName, read.problems) } });
      return { ...alone, origin: 'file', pack: read.data, sourceText: read.pack === null ? from.text : null };
    }
    default:
      return await fromOurs(tx, caller, from, ours);
  }
}

/** The first slips of a file that is no policy at all, one to a line: file, line, place and rule. */
function slipsIn(fileName: string, problems: PolicyTextRead['problems']): string {
  const placed = problems.map(({ line, path, rule, message }) => {
    const place = [`${fileName}, line ${line}`, path, rule === null ? '' : `rule ${rule}`].filter((part) => part !== '');
    return `${place.join(', ')}: ${message}`;
  });
  return placed.slice(0, 5).join('\n');
}

async function inForce(tx: CouncilTransaction, caller: Caller): Promise<PolicyPack | null> {
  const timeline = await findTimeline(tx);
  return timeline === null ? null : versionOn(timeline, caller.today).policy.pack;
}

/** Another council's policy, or the national standard, as a beginning for this one: its approvals and its standing are not this council's. */
function asOurs(pack: PolicyPack, own: Pick<PolicyPack, 'id' | 'council' | 'version'>, validFrom: LocalDate): PolicyPack {
  const interpretations = pack.interpretations.map((reading) => ({ ...reading, approvedBy: null, approvedOn: null }));
  const begun = `Begun as a copy of “${pack.title}” (${pack.council}), version ${pack.version}.`;
  const copied = { ...pack };
  delete copied.banners;
  if (copied.templates !== undefined) copied.templates = copied.templates.map(withEmptySlots);
  return {
    ...copied,
    ...own,
    title: 'Supervision policy',
    source: { dated: null, note: begun },
    state: 'draft',
    stateNote: `${begun} Nobody has agreed to it yet.`,
    validFrom,
    validTo: null,
    interpretations,
  };
}

/** Their own forms and tools are not this council's, and their documents cannot be opened here. */
function withEmptySlots(form: FormTemplate): FormTemplate {
  if (form.slots === undefined) return form;
  return {
    ...form,
    slots: form.slots.map(({ id, title, holds, says, cites }) => ({ id, title, holds, says, cites, filledWith: null })),
  };
}

async function fromOurs(
  tx: CouncilTransaction,
  caller: Caller,
  from: Exclude<StartDraft['from'], { kind: 'blank' | 'shelf' | 'text' }>,
  ours: PolicyPack | null,
): Promise<Beginning> {
  if (ours === null) refuse('not-found');
  const baseHash = contentHash(ours);
  const documentId = (await attachedDocuments(tx)).get(baseHash)?.id ?? null;
  const beginning = { origin: 'in-force', baseHash, documentId, sourceText: null } as const;
  if (from.kind === 'in-force') return { ...beginning, pack: ours };
  const label = await labelsOf(tx, [caller.signedIn.person]);
  const decision = { by: label(caller.signedIn.person).name, on: formatDay(caller.today), because: from.because };
  const changed =
    from.kind === 'convention' ? switchConvention(ours, from.name, from.value, decision) : readOtherwise(ours, from.id, decision);
  return changed === null || changed === ours
    ? refuse('not-valid', { fields: { from: 'There is no other way recorded.' } })
    : { ...beginning, pack: changed };
}

export const startDraftProcedure = procedure
  .meta({ permission: 'policy:draft' })
  .input(StartDraftInput)
  .mutation(({ ctx, input }) => startDraft(ctx.caller, input));
