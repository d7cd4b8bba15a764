/** Whether a form works: what hangs on what, options and bounds, scores and indices. */
import { BLOCKS, INDICES, SUPERVISION_ROUTES } from '../answers.ts';
import type { Instrument, Item } from '../instrument.ts';
import { askedItems } from '../routing.ts';
import { finding, type DesignFinding } from './findings.ts';

/** The answers that a condition may name for an item; null where conditions cannot hang on it. */
export function answersOffered(item: Item): { readonly id: string; readonly text: string }[] | null {
  switch (item.kind) {
    case 'scale':
      return ['1', '2', '3', '4', '5', 'none'].map((id) => ({ id, text: id }));
    case 'single':
    case 'multiple':
    case 'ranking':
    case 'policy-fact':
      return item.options;
    case 'grid':
    case 'number':
    case 'text':
      return null;
  }
}

/** Everything to be said of how the items of a form fit together. */
export function structureFindings(instrument: Instrument): DesignFinding[] {
  return [
    ...(instrument.items.length === 0 ? [finding('mend', null, { kind: 'no-items' })] : []),
    ...instrument.items.flatMap((item, at) => [
      ...identityFindings(instrument.items, item, at),
      ...reachFindings(instrument, item),
      ...conditionFindings(instrument.items, item, at),
      ...ownFindings(instrument, item),
    ]),
    ...indexFindings(instrument.items),
  ];
}

function identityFindings(items: readonly Item[], item: Item, at: number): DesignFinding[] {
  const earlier = items.slice(0, at);
  const found: DesignFinding[] = [];
  if (earlier.some(({ id }) => id === item.id)) found.push(finding('mend', item.id, { kind: 'same-id' }));
  const twin = earlier.find(({ lineage }) => lineage === item.lineage);
  if (twin !== undefined) found.push(finding('mend', item.id, { kind: 'same-lineage', other: twin.id }));
  return found;
}

function reachFindings(instrument: Instrument, item: Item): DesignFinding[] {
  const family = item.roleFamilies?.[0] ?? null;
  const isAsked = SUPERVISION_ROUTES.some((route) => askedItems(instrument, route, family).some((asked) => asked.item === item));
  return isAsked && item.roleFamilies?.length !== 0 ? [] : [finding('mend', item.id, { kind: 'never-asked' })];
}

function conditionFindings(items: readonly Item[], item: Item, at: number): DesignFinding[] {
  const found: DesignFinding[] = [];
  const nothing = (other: string) => found.push(finding('mend', item.id, { kind: 'hangs-on-nothing', other }));
  if (item.shownWhen !== null) {
    const { item: other, answers } = item.shownWhen;
    const on = items.slice(0, at).find(({ id }) => id === other);
    const offered = on === undefined ? null : answersOffered(on);
    if (on === undefined || offered === null || !reaches(on, item)) nothing(other);
    for (const answer of offered === null ? [] : answers.filter((wanted) => !offered.some(({ id }) => id === wanted)))
      found.push(finding('mend', item.id, { kind: 'hangs-on-no-answer', other, answer }));
  }
  if (item.kind === 'grid' && item.rowsFrom !== null) {
    const from = items.slice(0, at).find(({ id }) => id === item.rowsFrom);
    if (from === undefined || (from.kind !== 'multiple' && from.kind !== 'ranking') || !reaches(from, item))
      nothing(item.rowsFrom);
  }
  return found;
}

/** Whether everybody who is asked the second is asked the first, in the same part or in the part for everybody. */
function reaches(first: Item, second: Item): boolean {
  const inParts = first.blocks.includes('everybody') || second.blocks.every((block) => first.blocks.includes(block));
  const routes = second.routes ?? (second.blocks.includes('everybody') ? SUPERVISION_ROUTES : null);
  const onRoutes = first.routes === undefined || (routes ?? []).every((route) => first.routes?.includes(route));
  const families =
    first.roleFamilies === null || (second.roleFamilies ?? ['']).every((family) => first.roleFamilies?.includes(family));
  return inParts && onRoutes && families;
}

function ownFindings(instrument: Instrument, item: Item): DesignFinding[] {
  const mend = (what: Parameters<typeof finding>[2]) => [finding('mend', item.id, what)];
  const found: DesignFinding[] = 'options' in item ? optionFindings(item) : [];
  switch (item.kind) {
    case 'ranking':
      return item.most >= item.options.length ? [...found, ...mend({ kind: 'most', options: item.options.length })] : found;
    case 'number':
      if (item.least >= item.most) return mend({ kind: 'bounds' });
      return bandsFit(item) ? found : mend({ kind: 'bands' });
    case 'policy-fact': {
      const hasRight = item.options.some(({ id }) => id === item.right);
      return [
        ...found,
        ...(hasRight ? [] : mend({ kind: 'right-missing' })),
        ...(instrument.policy === null ? mend({ kind: 'policy-missing' }) : []),
      ];
    }
    case 'text':
      return item.help === null ? [finding('look', item.id, { kind: 'no-warning' })] : found;
    default:
      return found;
  }
}

function optionFindings(item: Extract<Item, { options: unknown }>): DesignFinding[] {
  const twice = item.options.find(
    (option, at) => item.options.findIndex(({ id, text }) => id === option.id || text === option.text) < at,
  );
  const scores = item.options.flatMap(({ score }) => score ?? []);
  const isFalling = scores.some((score, at) => score < (scores[at - 1] ?? score));
  return [
    ...(twice === undefined ? [] : [finding('mend', item.id, { kind: 'same-option', option: twice.text })]),
    // "Interrupted: yes" is worse than "no", and reads more easily first.
    ...(isFalling && scores.length > 2 ? [finding('look', item.id, { kind: 'scale-order' })] : []),
  ];
}

function bandsFit(item: Extract<Item, { kind: 'number' }>): boolean {
  if (item.bands === null) return true;
  const isLast = (at: number) => at === (item.bands?.length ?? 0) - 1;
  return item.bands.every(([from, to], at) => {
    const before = at === 0 ? item.least - 1 : item.bands?.[at - 1]?.[1];
    return from === (before ?? Number.NaN) + 1 && (isLast(at) || (to !== null && to >= from)) && from <= item.most;
  });
}

function isScored(item: Item): boolean {
  if (item.kind === 'scale') return true;
  if (item.kind === 'single') return item.options.some(({ score }) => score !== null);
  return item.kind === 'number' && item.scoredFrom !== undefined;
}

function indexFindings(items: readonly Item[]): DesignFinding[] {
  return INDICES.flatMap((index) => {
    const members = items.filter((item) => item.index === index);
    const unscored = members
      .filter((item) => !isScored(item))
      .map(({ id }) => finding('mend', id, { kind: 'not-scored', index }));
    const lacks = members.length > 1 && !members.some(({ isReversed }) => isReversed);
    return lacks ? [...unscored, finding('look', null, { kind: 'no-reversed', index })] : unscored;
  });
}

/** The parts of the form in which an item is asked, in the order of the parts. */
export function partsOf(item: Item): (typeof BLOCKS)[number][] {
  return BLOCKS.filter((block) => item.blocks.includes(block));
}
