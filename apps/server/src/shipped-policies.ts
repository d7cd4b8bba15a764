import type { PolicyShelf, ShelvedPolicy } from '@plumbline/api';
import { listPackIds, listStandardIds, loadPack } from '@plumbline/policies';
import { loadScenarios } from '@plumbline/policies/scenarios';
import { readPackText, writePackText } from '@plumbline/policies/text';

/** The policies that come with the product, read from their files when they are first asked for and kept. */
export function shippedPolicies(): PolicyShelf {
  let shelved: readonly ShelvedPolicy[] | null = null;
  return {
    list: () => (shelved ??= readAll()),
    readText: readPackText,
    writeText: writePackText,
  };
}

function readAll(): ShelvedPolicy[] {
  const councils = listPackIds()
    .map((id) => read('council', id))
    .toSorted((a, b) => a.pack.council.localeCompare(b.pack.council, 'en-GB'));
  return [...councils, ...listStandardIds().map((id) => read('standard', id))];
}

function read(kind: ShelvedPolicy['kind'], id: string): ShelvedPolicy {
  return { kind, pack: loadPack(id), scenarios: loadScenarios(id).map(({ content }) => content) };
}
