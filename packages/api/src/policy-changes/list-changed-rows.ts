import type { PolicyChangePage } from '@plumbline/analytics/compliance';
import { ensureSubjects, loadBook } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { allowedOf } from '../access/require-subject.ts';
import { IdInput, OffsetInput, orNull } from '../inputs.ts';
import { requireDraft } from '../policy-drafts/draft-view.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import type { ChangedRequirement } from './compare-standing.ts';
import { changesKey } from './get-changes.ts';

const ListChangedRowsInput = z.object({
  draftId: IdInput,
  /** Id of the rule after, or before where it goes; every rule where absent. */
  rule: orNull(z.string().max(60)),
  change: orNull(z.enum(['new', 'gone', 'earlier', 'later', 'not-known', 'hidden'])),
  offset: OffsetInput,
});
type Input = z.infer<typeof ListChangedRowsInput>;

const PAGE = 50;

/** The rows behind the figures of what a draft would change: of the people and children whom the caller may see. */
export async function listChangedRows(caller: Caller, input: Input): Promise<PolicyChangePage> {
  const desk = caller.services.changes ?? refuse('not-found');
  return await caller.read(async (tx) => {
    const draft = await requireDraft(tx, caller, input.draftId);
    const known = desk.known(changesKey(caller, draft));
    if (known?.state !== 'done') refuse('wrong-state');
    const wanted = known.answer.rows.filter((row) => isWanted(row, input));
    const subjects = wanted.map(({ aboutKind, aboutRef }) => ({ kind: aboutKind, ref: aboutRef }));
    const allowed = new Set((await allowedOf(tx, caller, 'subjects:read', subjects)).map(({ kind, ref }) => `${kind}:${ref}`));
    const seen = wanted.filter(({ aboutKind, aboutRef }) => allowed.has(`${aboutKind}:${aboutRef}`));
    const page = seen.slice(input.offset, input.offset + PAGE);
    const refs = (kind: 'person' | 'child') => page.filter((row) => row.aboutKind === kind).map((row) => row.aboutRef);
    await ensureSubjects(
      tx,
      page.map(({ aboutKind, aboutRef }) => ({ kind: aboutKind, ref: aboutRef })),
    );
    const [book, people] = await Promise.all([
      loadBook(tx, { persons: refs('person'), children: refs('child') }),
      factsNaming(tx, 'person', ['person'], refs('person')),
    ]);
    const names = new Map(people.map(({ person, name }) => [person, name]));
    const rows = page.map((row) => ({
      subject: {
        id: book.id(row.aboutKind, row.aboutRef),
        kind: row.aboutKind,
        label: row.aboutKind === 'person' ? (names.get(row.aboutRef) ?? row.aboutRef) : row.aboutRef,
      },
      change: row.change,
      rule: row.ruleAfter ?? row.ruleBefore ?? '',
      dueBefore: row.dueBefore,
      dueAfter: row.dueAfter,
      daysLateBefore: row.daysLateBefore,
      isHidden: row.isHidden,
    }));
    return { rows, total: seen.length };
  });
}

function isWanted(row: ChangedRequirement, { rule, change }: Input): boolean {
  if (rule !== null && rule !== (row.ruleAfter ?? row.ruleBefore)) return false;
  return change === null || (change === 'hidden' ? row.isHidden : row.change === change);
}

export const listChangedRowsProcedure = procedure
  .meta({ permission: 'policy:publish' })
  .input(ListChangedRowsInput)
  .query(({ ctx, input }) => listChangedRows(ctx.caller, input));
