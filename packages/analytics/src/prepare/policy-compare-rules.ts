import type { PolicyPack, Rule, RuleOf } from '@plumbline/domain/policy';
import { diffPolicies, type PolicyDiff } from '@plumbline/domain/policy/diff';
import { isLength, lengthMark } from './policy-compare-lengths.ts';
import type { CompareCell, CompareRow, CompareTopic, Mark } from './policy-compare-rows.ts';
import {
  boundsInWords,
  limitInWords,
  measureName,
  metInWords,
  momentNoun,
  quotaInWords,
  requiredInWords,
} from './policy-moments.ts';
import { conditionInWords, lengthInWords } from './policy-words.ts';
import { capitalised, clauseInWords } from './wording/index.ts';

type Compared = RuleOf<'deadline' | 'threshold' | 'quota' | 'ratio' | 'standing' | 'retention'>;

interface Topic {
  readonly id: string;
  readonly title: string;
  readonly kind: Compared['kind'];
}

const TOPICS: readonly Topic[] = [
  { id: 'time-limits', title: 'Time limits', kind: 'deadline' },
  { id: 'lengths', title: 'Lengths and numbers', kind: 'threshold' },
  { id: 'quantities', title: 'How much in a month or quarter', kind: 'quota' },
  { id: 'people', title: 'How many people and cases', kind: 'ratio' },
  { id: 'always', title: 'What holds on every day', kind: 'standing' },
  { id: 'keeping', title: 'How long files are kept', kind: 'retention' },
];

/** Rules with limits and numbers, each row one thing that a policy may set, whatever its rules are called. */
export function ruleTopics(base: PolicyPack, others: readonly PolicyPack[]): CompareTopic[] {
  const diffs = new Map(others.map((other) => [other.id, diffPolicies(base, other)]));
  return TOPICS.map(({ id, title, kind }) => ({ id, title, rows: rowsOf(kind, base, others, diffs) }));
}

function rowsOf(
  kind: Compared['kind'],
  base: PolicyPack,
  others: readonly PolicyPack[],
  diffs: ReadonlyMap<string, PolicyDiff>,
): CompareRow[] {
  const titles = new Set([base, ...others].flatMap((pack) => rulesOf(pack, kind)).map(titleOf));
  return [...titles].map((title) => {
    const mine = about(base, kind, title);
    return {
      id: `${kind}-${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
      title,
      cells: [
        cellOf(base, mine, 'base', false),
        ...others.map((other) => {
          const theirs = about(other, kind, title);
          const { mark, isApproximate } = judged(mine, theirs, diffs.get(other.id));
          return cellOf(other, theirs, mark, isApproximate);
        }),
      ],
    };
  });
}

function rulesOf(pack: PolicyPack, kind: Compared['kind']): Compared[] {
  return pack.rules.filter((rule: Rule): rule is Compared => rule.kind === kind);
}

function about(pack: PolicyPack, kind: Compared['kind'], title: string): Compared[] {
  return rulesOf(pack, kind).filter((rule) => titleOf(rule) === title);
}

function titleOf(rule: Compared): string {
  switch (rule.kind) {
    case 'deadline':
      return capitalised(`${metInWords(rule.metBy)}, from ${momentNoun(rule.from)}`);
    case 'threshold':
      return isLength(rule) ? 'Length of a supervision' : measureName(rule.measures);
    case 'quota':
      return capitalised(conditionInWords(rule.when));
    case 'ratio':
      return rule.of === 'cases' ? 'Cases of one person' : 'People supervised by one person';
    case 'standing':
      return requiredInWords(rule.requires);
    case 'retention':
      return rule.keepFor === undefined ? 'Handing a file to somebody outside' : 'Keeping a file after somebody has left';
  }
}

function saysOf(rule: Compared): string {
  switch (rule.kind) {
    case 'deadline':
      return limitInWords(rule);
    case 'threshold':
      return `${boundsInWords(rule)}${rule.measures === 'longestUninterruptedMinutes' ? ' without interruption' : ''}`;
    case 'quota':
      return quotaInWords(rule);
    case 'ratio':
      return numbersInWords(rule);
    case 'standing':
      return conditionInWords(rule.when);
    case 'retention':
      return rule.keepFor === undefined ? 'never' : `for ${lengthInWords(rule.keepFor)} after ${LAST_DAYS[rule.from]}`;
  }
}

const LAST_DAYS: Readonly<Record<RuleOf<'retention'>['from'], string>> = {
  'employment-end': 'the last day of employment here',
  'authority-end': 'the last day with the whole council',
};

function numbersInWords({ atLeast, atMost, isPerFullTime }: RuleOf<'ratio'>): string {
  const bounds = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ];
  return `${bounds.join(' and ')}${isPerFullTime === true ? ' for full time' : ''}`;
}

/** The difference's own judgement where it lays the two rules side by side; where it cannot, nobody says which asks more. */
function judged(
  mine: readonly Compared[],
  theirs: readonly Compared[],
  diff: PolicyDiff | undefined,
): { mark: Mark; isApproximate: boolean } {
  if (mine.length === 0 || theirs.length === 0) return { mark: 'silent', isApproximate: false };
  const length = lengthMark(mine, theirs);
  if (length !== null) return { mark: length, isApproximate: false };
  const change = diff?.rules.changed.find(
    ({ before, after }) => mine.some(({ id }) => id === before.id) && theirs.some(({ id }) => id === after.id),
  );
  if (change !== undefined && change.direction !== null && mine.length === 1 && theirs.length === 1)
    return { mark: change.direction, isApproximate: change.isApproximate };
  return { mark: asked(mine) === asked(theirs) ? 'equal' : 'unclear', isApproximate: false };
}

function asked(rules: readonly Compared[]): string {
  return rules.map((rule) => `${saysOf(rule)} ${rule.strength}`).join('; ');
}

function cellOf(pack: PolicyPack, rules: readonly Compared[], mark: Mark, isApproximate: boolean): CompareCell {
  const [first] = rules;
  return {
    policy: pack.id,
    says: first === undefined ? null : [...new Set(rules.map((rule) => `${saysOf(rule)} (${rule.strength})`))].join('; '),
    clause: first === undefined ? null : clauseInWords(first.clause),
    rule: first?.id ?? null,
    mark,
    isApproximate,
  };
}
