import { z } from 'zod';
import { refuse } from '../problems.ts';

/** Where in a policy: names of fields and places in lists. */
const PathInput = z
  .array(z.union([z.string().max(120), z.number().int().nonnegative().max(100_000)]))
  .min(1)
  .max(12);

/** One small change of a draft: a part set, put into a list, or taken away. */
export const EditInput = z.discriminatedUnion('op', [
  z.object({ op: z.literal('set'), path: PathInput, value: z.json() }),
  z.object({ op: z.literal('insert'), path: PathInput, value: z.json() }),
  z.object({ op: z.literal('remove'), path: PathInput }),
]);
export type Edit = z.infer<typeof EditInput>;

/** Names that mean something to the language rather than to a policy. */
const NEVER: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The plain data of a draft with some changes, one after the other. What leads nowhere is refused; the given data stays as it is. */
export function withEdits(data: unknown, edits: readonly Edit[]): unknown {
  let changed = data;
  for (const edit of edits) changed = withEdit(changed, edit.path, edit);
  return changed;
}

function withEdit(data: unknown, path: Edit['path'], edit: Edit): unknown {
  const [part, ...rest] = path;
  if (part === undefined || (typeof part === 'string' && NEVER.has(part))) return leadsNowhere();
  if (Array.isArray(data)) return inList(data as unknown[], part, rest, edit);
  if (data === null || typeof data !== 'object') return leadsNowhere();
  const name = String(part);
  const record = data as Readonly<Record<string, unknown>>;
  if (rest.length > 0) return { ...record, [name]: withEdit(record[name], rest, edit) };
  if (edit.op === 'remove') return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
  return { ...record, [name]: edit.value };
}

function inList(list: readonly unknown[], part: string | number, rest: Edit['path'], edit: Edit): unknown[] {
  const at = Number(part);
  const isThere = Number.isInteger(at) && at >= 0 && at < list.length;
  if (rest.length > 0) return isThere ? list.with(at, withEdit(list[at], rest, edit)) : leadsNowhere();
  if (edit.op === 'insert') return at <= list.length ? list.toSpliced(at, 0, edit.value) : leadsNowhere();
  if (!isThere) return leadsNowhere();
  return edit.op === 'remove' ? list.toSpliced(at, 1) : list.with(at, edit.value);
}

function leadsNowhere(): never {
  return refuse('not-valid', { fields: { path: 'This part of the draft is not there any more.' } });
}
