import { GAP_NAMES, GAPS, countGaps, gapsOf, type Allowed } from './gaps.ts';
import { DEMONSTRATION_DAY, type CoveredRow, type PackCoverage } from './gather.ts';
import { markdownTable } from './markdown-table.ts';
import { placesTable } from './places-table.ts';

/** The table for `docs/policy-authors`, from what was gathered of every pack. */
export function coverageDocument(packs: readonly PackCoverage[], allowed: Allowed): string {
  const parts = [INTRODUCTION, summary(packs), stillOpen(packs, allowed), placesTable(packs), ...packs.flatMap(packTables)];
  return `${parts.join('\n\n')}\n`;
}

const INTRODUCTION = `# Every row, and how it lives

Written by \`npm run plumbline -- policy coverage --write\`; a test fails when it is out of date. Do not edit it by hand.

Each row of a council's text stands in at least one rule of its pack. *Computed* rows are worked out from facts, *evidence* is
shown by a field, confirmed about a person at most once a year, or asked about the records drawn for an audit, *guidance* is shown and
asked about in audit. The facts that a rule reads are taken from the rule itself; where each is entered, and by whom, stands once in
the table of facts. Examples are scenarios in the pack's folder. The people and cases named are those of the demonstration as it
stands on ${DEMONSTRATION_DAY}; nobody in it exists.`;

function summary(packs: readonly PackCoverage[]): string {
  const rows = packs.map(({ pack, rows: all, confirmations }) => {
    const of = (one: string): number => all.filter(({ row }) => row.class === one).length;
    const missing = all.filter(({ rules }) => rules.length === 0).length;
    return [pack.council, all.length, of('computed'), of('evidence'), of('guidance'), missing, confirmations];
  });
  const total = rows.reduce<number[]>((sums, [, ...counts]) => counts.map((count, n) => Number(count) + (sums[n] ?? 0)), []);
  return markdownTable(
    ['Council', 'Rows', 'Computed', 'Evidence', 'Guidance', 'Not there yet', 'Confirmations a person a year, at most'],
    [...rows, ['All', ...total.slice(0, -1), '']],
  );
}

function stillOpen(packs: readonly PackCoverage[], allowed: Allowed): string {
  const counts = packs.map((coverage) => ({ id: coverage.pack.id, counts: countGaps(coverage) }));
  const rows = GAP_NAMES.map((gap) => [
    GAPS[gap],
    ...counts.map(({ id, counts: found }) => `${found[gap]} (${allowed[gap]?.[id] ?? 0})`),
  ]);
  return `## Still open\n\nHow many there are, and in brackets how many there may be (\`packages/policies/still-open.json\`; the numbers only fall).\n\n${markdownTable(['', ...packs.map(({ pack }) => pack.council)], rows)}`;
}

function packTables({ pack, rows }: PackCoverage): string[] {
  const missing = rows.filter(({ rules }) => rules.length === 0);
  const waiting = rows.filter(({ waitsFor, rules }) => rules.length > 0 && waitsFor.length > 0);
  const there = rows.filter(({ waitsFor, rules }) => rules.length > 0 && waitsFor.length === 0);
  const list = missing.map(({ row }) => `* ${row.id} (${row.class}, ${row.section}): ${row.title}`).join('\n');
  return [
    `## ${pack.council}`,
    `### Fed by pages and files of today\n\n${markdownTable(HEADINGS, there.map(cells))}`,
    `### Waiting for a page\n\nUntil it is there, the file named feeds what has a column.\n\n${markdownTable(
      [...HEADINGS, 'Waits for'],
      waiting.map((covered) => [...cells(covered), covered.waitsFor.join(', ')]),
    )}`,
    ...(missing.length === 0 ? [] : [`### Not there yet\n\n${list}`]),
  ];
}

const HEADINGS = ['Row', 'Class', 'Rules', 'Reads', 'Entered', 'Met', 'Breached', 'Boundary', 'Keeps it', 'Does not', 'Lacks'];

function cells(covered: CoveredRow): string[] {
  const { row, rules, facts, examples, demonstrated } = covered;
  return [
    `${row.id} ${row.title} (${row.section})`,
    row.class,
    rules.map(({ rule }) => `${rule.id}: ${rule.kind}`).join('; '),
    facts.join(', '),
    entered(covered),
    ...[examples.met, examples.breached, examples.boundary].map((example) => (example === null ? '' : example.scenario)),
    demonstrated.meets ?? '',
    demonstrated.fails ?? '',
    gapsOf(covered).join(', '),
  ];
}

/** The pages and files together that fill what a row reads; who may use each stands in the table of facts. */
function entered({ places, rules }: CoveredRow): string {
  if (places.length === 0) return rules.every(({ answeredBy }) => answeredBy === 'page') ? 'shown on the policy page' : '';
  const pages = places.flatMap((place) => place.pages.map(({ page }) => page));
  return [...new Set([...pages, ...places.map(({ importFile }) => importFile)])].join(', ');
}
