import { findDraft } from '@plumbline/database';
import { canonicalJson } from '@plumbline/domain/policy';
import type { Caller } from '../access/caller.ts';
import { shelfOf } from '../policy-drafts/draft-content.ts';
import { maySee } from '../policy-drafts/draft-view.ts';
import { refuse } from '../problems.ts';
import { versionAsked } from './version-asked.ts';

export interface ExportedPolicy {
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
}

/**
 * A published version as a file: canonical JSON, byte for byte what its hash is reckoned of, or YAML for people, which read
 * again gives the same hash.
 */
export async function exportVersion(caller: Caller, hash: string, form: 'json' | 'yaml'): Promise<ExportedPolicy> {
  const { pack } = await caller.read((tx) => versionAsked(tx, caller, hash));
  const name = `${pack.id}-${pack.version}`;
  return form === 'json'
    ? { fileName: `${name}.json`, mediaType: 'application/json', text: canonicalJson(pack) }
    : { fileName: `${name}.yaml`, mediaType: 'application/yaml', text: shelfOf(caller).writeText(pack) };
}

/** A draft as a file, as it was typed last or written from its content. */
export async function exportDraft(caller: Caller, draftId: string): Promise<ExportedPolicy> {
  const draft = await caller.read((tx) => findDraft(tx, draftId));
  if (draft === null || !maySee(caller, draft)) refuse('not-found');
  const text = draft.sourceText ?? shelfOf(caller).writeText(draft.pack);
  return { fileName: 'policy-draft.yaml', mediaType: 'application/yaml', text };
}
