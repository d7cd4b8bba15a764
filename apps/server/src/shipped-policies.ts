import type { PolicyShelf, ShelvedPolicy } from '@plumbline/api';
import { listPackIds, loadPack } from '@plumbline/policies';
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
  return listPackIds()
    .map((id) => ({ pack: loadPack(id), scenarios: loadScenarios(id).map(({ content }) => content) }))
    .toSorted((a, b) => a.pack.council.localeCompare(b.pack.council, 'en-GB'));
}
