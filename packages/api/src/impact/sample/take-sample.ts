import { randomUUID } from 'node:crypto';
import { addSample, findSubjects, writeAudit, type CouncilTransaction } from '@plumbline/database';
import { addMonths, formatDay, toDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { allowedOf, type SubjectReference } from '../../access/require-subject.ts';
import { IdempotencyKey, IdInput, LocalDateInput, TextInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { readReferences, type PastedReference } from './references.ts';
import { requireBeside } from './sample-access.ts';

/** Who may ask to see records; `other` is said in the role. */
export const INSPECTORATES = ['ofsted', 'cqc', 'probation', 'peer-review', 'dfe', 'other'] as const;

/** As many as can be read beside somebody in a day. */
const MOST_NAMED = 60;
const MOST_MONTHS = 36;
/** Inspectors are on site for one week or two. */
const MOST_DAYS_OPEN = 14;

const TakeSampleInput = z.object({
  inspectorate: z.enum(INSPECTORATES),
  askedBy: TextInput.trim().min(1).max(120),
  purpose: TextInput.trim().min(1).max(500),
  besideId: IdInput,
  personIds: z.array(IdInput).max(MOST_NAMED),
  /** As it was pasted: reference numbers, one to a line or with commas between them. */
  children: TextInput.max(4000),
  from: LocalDateInput,
  to: LocalDateInput,
  endsOn: LocalDateInput,
  idempotencyKey: IdempotencyKey,
});

type Asked = Omit<z.infer<typeof TakeSampleInput>, 'idempotencyKey'>;

/** Takes up what inspectors asked to see. It is all there or nothing is: one reference that nobody knows refuses the whole. Opens nothing yet. */
export async function takeSample(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof TakeSampleInput>,
): Promise<{ readonly sampleId: string }> {
  requireTimes(caller, asked);
  return await caller.read((tx) =>
    once(tx, caller, { action: 'impact.samples.take', idempotencyKey, asked }, async () => {
      const subjects = await requireNamed(tx, caller, asked);
      const beside = await requireBeside(tx, caller, asked.besideId, subjects);
      const sampleId = randomUUID();
      const { inspectorate, askedBy, purpose, from: fromOn, to: toOn, endsOn } = asked;
      const takenBy = caller.signedIn.person;
      const sample = { id: sampleId, inspectorate, askedBy, purpose, beside, fromOn, toOn, endsOn, takenBy };
      await addSample(tx, sample, subjects);
      const persons = subjects.filter(({ kind }) => kind === 'person').length;
      await writeAudit(tx, {
        actor: takenBy,
        action: 'impact.samples.take',
        counts: { persons, children: subjects.length - persons },
      });
      return { sampleId };
    }),
  );
}

function requireTimes(caller: Caller, { from, to, endsOn }: Asked): void {
  const fields: Record<string, string> = {};
  const today = formatDay(caller.today);
  if (to > today) fields['to'] = 'The time ends today at the latest: nothing of a day to come is recorded.';
  else if (from > to) fields['from'] = 'The first day comes after the last one.';
  else if (formatDay(addMonths(toDay(from), MOST_MONTHS)) <= to) fields['from'] = 'A sample is about three years at most.';
  if (endsOn < today) fields['endsOn'] = 'It has to stay open until today at least.';
  else if (toDay(endsOn) > caller.today + MOST_DAYS_OPEN) fields['endsOn'] = 'A sample stays open for two weeks at most.';
  if (Object.keys(fields).length > 0) refuse('not-valid', { fields });
}

/** Everybody whom the sample names, staff first, or a refusal that says of each line what is wrong with it. */
async function requireNamed(tx: CouncilTransaction, caller: Caller, asked: Asked): Promise<SubjectReference[]> {
  const pasted = readReferences(asked.children);
  const persons = await personsOf(tx, caller, asked.personIds);
  const { known, unknown } = await childrenOf(tx, caller, pasted);
  const fields: Record<string, string> = {};
  if (persons === null) fields['persons'] = 'Somebody chosen is not here, or you may not open their record.';
  else if (persons.some(({ ref }) => ref === caller.signedIn.person))
    fields['persons'] = 'You are among the people named: somebody else takes up this sample.';
  // Where it stood and never what stood there: a name that was pasted by mistake goes no further.
  for (const { line, place } of unknown)
    fields[`children.${line}.${place}`] = 'No child whose record you may open has this reference number.';
  const named = [...(persons ?? []), ...known];
  if (named.length === 0 && Object.keys(fields).length === 0)
    fields['persons'] = 'Name at least one member of staff or one child.';
  if (named.length > MOST_NAMED) fields['children'] = `A sample names at most ${MOST_NAMED} people and children: take up two.`;
  return Object.keys(fields).length > 0 ? refuse('not-valid', { fields }) : named;
}

/** The staff behind some ids, each once; null where one is not there or out of the caller's reach. */
async function personsOf(tx: CouncilTransaction, caller: Caller, ids: readonly string[]): Promise<SubjectReference[] | null> {
  const asked = [...new Set(ids)];
  const found = await findSubjects(tx, asked);
  const persons = asked.flatMap((id) => found.get(id) ?? []).filter(({ kind }) => kind === 'person');
  const allowed = await allowedOf(tx, caller, 'impact:sample', persons);
  return allowed.length === asked.length ? allowed : null;
}

/** The children behind pasted references, as they are written or in capitals; absent and out of reach are the same. */
async function childrenOf(
  tx: CouncilTransaction,
  caller: Caller,
  pasted: readonly PastedReference[],
): Promise<{ readonly known: SubjectReference[]; readonly unknown: PastedReference[] }> {
  const wanted = pasted.flatMap(({ ref }) => [ref, ref.toUpperCase()]);
  const held = new Set((await factsNaming(tx, 'child', ['child'], [...new Set(wanted)])).map(({ child }) => child));
  const spelled = pasted.map(({ ref }) => (held.has(ref) ? ref : held.has(ref.toUpperCase()) ? ref.toUpperCase() : null));
  const candidates = [...new Set(spelled)].filter((ref) => ref !== null).map((ref) => ({ kind: 'child' as const, ref }));
  const known = await allowedOf(tx, caller, 'impact:sample', candidates);
  const allowed = new Set(known.map(({ ref }) => ref));
  return { known, unknown: pasted.filter((_, i) => !allowed.has(spelled[i] ?? '')) };
}

export const takeSampleProcedure = procedure
  .meta({ permission: 'impact:sample' })
  .input(TakeSampleInput)
  .mutation(({ ctx, input }) => takeSample(ctx.caller, input));
