import { partsOf } from '@plumbline/domain/calendar';
import type { PolicyPack } from '@plumbline/domain/policy';
import { compareSituations, type Asked, type SituationRow } from '@plumbline/domain/policy/diff';
import type { CompareCell, CompareRow, CompareTopic, Mark } from './policy-compare-rows.ts';
import { ruleTopics } from './policy-compare-rules.ts';
import { attributeInWords } from './policy-words.ts';
import { capitalised, clauseInWords, conventionInWords, everyInWords } from './wording/index.ts';

/** Policies side by side, topic by topic; each of the others is judged against the first. */
export function comparePolicies(base: PolicyPack, others: readonly PolicyPack[]): CompareTopic[] {
  const topics = [
    { id: 'own-supervision', title: 'Own supervision, by situation', rows: situationRows('person', base, others) },
    { id: 'case-supervision', title: 'Case supervision, by situation', rows: situationRows('child', base, others) },
    ...ruleTopics(base, others),
    { id: 'counting', title: 'How counting is done', rows: conventionRows(base, others) },
  ];
  return topics.filter(({ rows }) => rows.length > 0);
}

function situationRows(subject: 'person' | 'child', base: PolicyPack, others: readonly PolicyPack[]): CompareRow[] {
  const compared = others.map((other) =>
    compareSituations(base, other, [base, ...others]).filter((row) => row.subject === subject),
  );
  const keys = new Map<string, SituationRow>();
  for (const row of compared.flat()) if (!keys.has(keyOf(row))) keys.set(keyOf(row), row);
  const rows = [...keys.values()].toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)) || a.sinceDays - b.sinceDays);
  return rows.map((row) => {
    const mine = row.before;
    const isStaged = rows.some((other) => other !== row && nameOf(other) === nameOf(row));
    return {
      id: keyOf(row),
      title: situationInWords(row, isStaged),
      cells: [
        cellOf(base, mine, 'base', false),
        ...others.map((other, at) => {
          const found = rowAt(compared[at] ?? [], row, mine);
          const isSilent = mine === null || found === null || found.after === null;
          return cellOf(
            other,
            found?.after ?? null,
            isSilent ? 'silent' : (found.direction ?? 'unclear'),
            found?.isApproximate ?? false,
          );
        }),
      ],
    };
  });
}

function nameOf({ holding }: SituationRow): string {
  return holding.join('+');
}

function keyOf(row: SituationRow): string {
  return `${row.subject}-${nameOf(row)}-${row.sinceDays}`;
}

/** The row of a pair that holds on a day: a stage in which neither changes what it asks is left out of the rows. */
function rowAt(rows: readonly SituationRow[], { holding, sinceDays }: SituationRow, mine: Asked | null): SituationRow | null {
  const last = rows.findLast((row) => row.holding.join('+') === holding.join('+') && row.sinceDays <= sinceDays) ?? null;
  return last?.before?.rule === mine?.rule ? last : null;
}

const STAGES: Readonly<Record<number, string>> = {
  0: 'from the first day',
  61: 'after two months',
  213: 'after seven months',
  396: 'after thirteen months',
};

function situationInWords({ holding, sinceDays, subject }: SituationRow, isStaged: boolean): string {
  const who =
    holding.length === 0
      ? subject === 'person'
        ? 'Anybody with cases, nothing else known'
        : 'Any child, nothing else known'
      : capitalised(holding.map(attributeInWords).join(' and '));
  return isStaged ? `${who}, ${STAGES[sinceDays] ?? `after ${sinceDays} days`}` : who;
}

function cellOf(pack: PolicyPack, asked: Asked | null, mark: Mark, isApproximate: boolean): CompareCell {
  const says =
    asked === null ? null : asked.every === 'agreed' ? 'as agreed for each person' : everyInWords(partsOf(asked.every));
  return {
    policy: pack.id,
    says,
    clause: asked === null ? null : clauseInWords(asked.clause),
    rule: asked?.rule ?? null,
    mark,
    isApproximate,
  };
}

const CONVENTION_TITLES: Readonly<Record<string, string>> = {
  monthArithmetic: 'A month later',
  phaseBoundary: 'The last day of a stage',
  tightening: 'When the interval gets shorter',
  loosening: 'When the interval gets longer',
  firstDue: 'The first one',
  newlyQualifiedFrom: 'Newly qualified from',
  absence: 'Absence',
  childClock: 'When a discussion of a child counts',
  overlap: 'Several rules at once',
  retentionArithmetic: 'The last day of keeping a file',
};

/** Ways of counting in which the policies differ. Nobody can say which of two asks more. */
function conventionRows(base: PolicyPack, others: readonly PolicyPack[]): CompareRow[] {
  const packs = [base, ...others];
  return (Object.keys(base.conventions) as (keyof PolicyPack['conventions'])[])
    .filter((name) => new Set(packs.map((pack) => pack.conventions[name].value)).size > 1)
    .map((name) => ({
      id: `counting-${name}`,
      title: CONVENTION_TITLES[name] ?? name,
      cells: packs.map((pack) => {
        const { value, cites } = pack.conventions[name];
        const isSame = value === base.conventions[name].value;
        return {
          policy: pack.id,
          says: conventionInWords(name, value),
          clause: cites,
          rule: null,
          mark: pack === base ? ('base' as const) : isSame ? ('equal' as const) : ('unclear' as const),
          isApproximate: false,
        };
      }),
    }));
}
