import { formatDay } from '@plumbline/domain/calendar';
import type { CouncilTransaction } from '@plumbline/database';
import type { PolicyPack } from '@plumbline/domain/policy';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { timelineOf } from '../access/policy-of.ts';
import { IdInput, TextInput, VersionInput } from '../inputs.ts';
import { readDraft, shelfOf } from '../policy-drafts/draft-content.ts';
import { requireDraft } from '../policy-drafts/draft-view.ts';
import { refuse } from '../problems.ts';

/** One set of rules to ask about. */
export const WhatIfOptionInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('in-force') }),
  z.object({ kind: z.literal('draft'), draftId: IdInput }),
  /** A policy that comes with the product, by its id. */
  z.object({ kind: z.literal('shelf'), id: TextInput.max(60) }),
  /** A published version of the council's own, by its number. */
  z.object({ kind: z.literal('version'), number: VersionInput }),
]);

export const WhatIfOptionsInput = z.array(WhatIfOptionInput).min(1).max(3);

export type WhatIfOptionAsked = z.infer<typeof WhatIfOptionInput>;

/** A set of rules with what it is called; `pack` is null for what was in force, and where a draft cannot be read yet. */
export interface WhatIfOption {
  readonly kind: WhatIfOptionAsked['kind'];
  readonly name: string;
  readonly pack: PolicyPack | null;
  readonly isReadable: boolean;
  /** Where it can be mended; null for what is no draft. */
  readonly draftId: string | null;
  /** The same for the same rules, other when a draft has been changed. */
  readonly key: string;
}

/** Finds the sets of rules asked about; what the caller may not see, or is not there, is refused alike. */
export async function optionsOf(
  tx: CouncilTransaction,
  caller: Caller,
  asked: readonly WhatIfOptionAsked[],
): Promise<WhatIfOption[]> {
  const found: WhatIfOption[] = [];
  for (const one of asked) {
    const option = await optionOf(tx, caller, one);
    const others = found.filter(({ name }) => name === option.name || name.startsWith(`${option.name} (`)).length;
    // Two drafts may have one title; columns are told apart by their names.
    found.push(others === 0 ? option : { ...option, name: `${option.name} (${others + 1})` });
  }
  return found;
}

/** One answer for each list of options on each day; whether facts have changed since is asked apart. */
export function whatIfKey(caller: Caller, options: readonly WhatIfOption[]): string {
  return [caller.signedIn.councilId, formatDay(caller.today), ...options.map(({ key }) => key)].join(' ');
}

async function optionOf(tx: CouncilTransaction, caller: Caller, asked: WhatIfOptionAsked): Promise<WhatIfOption> {
  switch (asked.kind) {
    case 'in-force':
      return { kind: asked.kind, name: 'The policy in force', pack: null, isReadable: true, draftId: null, key: 'in-force' };
    case 'draft': {
      const draft = await requireDraft(tx, caller, asked.draftId);
      const { pack } = readDraft(draft, shelfOf(caller));
      const key = `draft:${draft.id}:${draft.version}`;
      return { kind: asked.kind, name: draft.title, pack, isReadable: pack !== null, draftId: draft.id, key };
    }
    case 'shelf': {
      const shelved = shelfOf(caller)
        .list()
        .find((one) => one.pack.id === asked.id);
      if (shelved === undefined) refuse('not-found');
      const { pack } = shelved;
      return {
        kind: asked.kind,
        name: shelved.kind === 'council' ? pack.council : pack.title,
        pack,
        isReadable: true,
        draftId: null,
        key: `shelf:${pack.id}`,
      };
    }
    case 'version': {
      const version = (await timelineOf(tx, null)).find(({ number }) => number === asked.number) ?? refuse('not-found');
      const { pack, hash } = version.policy;
      return { kind: asked.kind, name: `Version ${pack.version}`, pack, isReadable: true, draftId: null, key: `version:${hash}` };
    }
  }
}
