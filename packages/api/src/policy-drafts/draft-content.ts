import type { DraftRemark } from '@plumbline/analytics/compliance';
import type { PolicyDraft } from '@plumbline/database';
import { checkPolicy } from '@plumbline/domain/policy/check';
import { parsePack, type PolicyPack } from '@plumbline/domain/policy';
import type { Caller } from '../access/caller.ts';
import type { PolicyShelf } from '../policy/policy-shelf.ts';
import { refuse } from '../problems.ts';

/** The content of a draft as far as it can be read, with everything to be said of it. */
export interface DraftContent {
  readonly pack: PolicyPack | null;
  readonly remarks: readonly DraftRemark[];
  /** The line of a part, where the draft is written as text; else null. */
  lineOf(path: string): number | null;
}

/** More than anybody mends at a sitting. */
const MOST_REMARKS = 300;

/** The reader and writer of policies as text; a server without pages about policies has none. */
export function shelfOf(caller: Caller): PolicyShelf {
  return caller.services.policies ?? refuse('not-found');
}

/** Reads a draft, from its text where it was written so last. */
export function readDraft(
  { pack: data, sourceText }: Pick<PolicyDraft, 'pack' | 'sourceText'>,
  shelf: PolicyShelf,
): DraftContent {
  if (sourceText === null) {
    const parsed = parsePack(data);
    const remarks = parsed.ok
      ? checked(parsed.pack, () => null)
      : parsed.problems.map((problem): DraftRemark => ({ severity: 'malformed', line: null, ...problem }));
    return { pack: parsed.ok ? parsed.pack : null, remarks: remarks.slice(0, MOST_REMARKS), lineOf: () => null };
  }
  const read = shelf.readText(sourceText);
  const lineOf = (path: string): number | null => read.lineOf(path);
  const remarks =
    read.pack === null
      ? read.problems.map(({ line, path, rule, message }): DraftRemark => ({ severity: 'malformed', line, path, rule, message }))
      : checked(read.pack, lineOf);
  return { pack: read.pack, remarks: remarks.slice(0, MOST_REMARKS), lineOf };
}

function checked(pack: PolicyPack, lineOf: (path: string) => number | null): DraftRemark[] {
  return checkPolicy(pack).map(({ severity, path, rule, message }) => ({ severity, path, rule, message, line: lineOf(path) }));
}
