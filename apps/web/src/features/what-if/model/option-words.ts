import type { PolicyVersionsView } from '@plumbline/analytics/compliance';
import type { RouterInputs } from './inputs.ts';

export type AskedOption = RouterInputs['impact']['whatIf']['options'][number];

/** A set of rules as one word of the address: `draft.…`, `shelf.kent`, `version.2`; null for words that mean none. */
export function optionOf(word: string | undefined): AskedOption | null {
  if (word === undefined) return null;
  if (word === 'in-force') return { kind: 'in-force' };
  const at = word.indexOf('.');
  const [kind, rest] = [word.slice(0, at), word.slice(at + 1)];
  if (kind === 'draft' && IS_ID.test(rest)) return { kind: 'draft', draftId: rest };
  if (kind === 'shelf' && rest !== '') return { kind: 'shelf', id: rest };
  if (kind === 'version' && /^[1-9]\d{0,5}$/.test(rest)) return { kind: 'version', number: Number(rest) };
  return null;
}

const IS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What may be chosen from, in groups; of the own versions only those that are not simply in force now. */
export function choicesOf({ drafts, versions, shelf }: PolicyVersionsView) {
  const group = (name: string, items: readonly { readonly value: string; readonly label: string }[]) =>
    items.length === 0 ? [] : [{ group: name, items }];
  return [
    ...group('Ours', [{ value: 'in-force', label: 'The policy in force' }]),
    ...group(
      'In the making',
      drafts.map(({ id, title }) => ({ value: `draft.${id}`, label: title })),
    ),
    ...group(
      'Our published versions, as if each had held all year',
      versions
        .filter(({ state }) => state !== 'replaced')
        .map(({ number, version, title }) => ({ value: `version.${number}`, label: `Version ${version}: ${title}` })),
    ),
    ...group('Other councils', shelfOf(shelf, 'council')),
    ...group('National standards', shelfOf(shelf, 'standard')),
  ];
}

function shelfOf(shelf: PolicyVersionsView['shelf'], kind: 'council' | 'standard') {
  return shelf
    .filter((one) => one.kind === kind)
    .map(({ id, council, title }) => ({ value: `shelf.${id}`, label: kind === 'council' ? council : title }));
}
