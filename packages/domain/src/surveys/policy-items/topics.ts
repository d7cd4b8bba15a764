/** The facts of a policy that staff can be asked about: each reads one value of the policy, or finds that there is none. */
import type { Interval } from '../../calendar/interval.ts';
import type { PolicyPack } from '../../policy/pack.ts';
import type { RuleOf } from '../../policy/rule-kinds.ts';
import type { Option } from '../instrument.ts';
import { ROLE_FAMILY_NAMES, type RoleFamily } from '../role-families.ts';
import { amountOptions, type Amount } from './amounts.ts';
import { CASEWORK_FAMILIES, isForFamily } from './families.ts';
import { readersFact } from './readers.ts';

export const POLICY_TOPICS = ['gap', 'shared', 'readers', 'filed', 'agreement', 'new-work', 'length'] as const;
export type PolicyTopic = (typeof POLICY_TOPICS)[number];

/** One value of a policy as a question's answers. */
export interface PolicyFact {
  readonly options: Option[];
  readonly right: string;
  readonly rule: string;
  readonly clause: string;
}

/** How a topic is asked, of whom, and what in the policy's own list of silences belongs to it. */
interface Topic {
  readonly asks: (pack: PolicyPack, whose: string | null) => string;
  readonly help?: string;
  readonly families: readonly RoleFamily[];
  readonly find: (pack: PolicyPack, family: RoleFamily) => PolicyFact | null;
  readonly silence: RegExp;
}

type Deadline = RuleOf<'deadline'>;

const PERIODS: readonly Amount[] = [{ weeks: 1 }, { weeks: 2 }, { months: 1 }, { weeks: 6 }, { months: 3 }, { months: 6 }];
const LIMITS: readonly Amount[] = [{ hours: 24 }, { workingDays: 2 }, { days: 7 }, { workingDays: 10 }, { months: 1 }];
const YEARS: readonly Amount[] = [{ months: 3 }, { months: 6 }, { months: 12 }, { years: 2 }];
const LENGTHS: readonly Amount[] = [{ minutes: 30 }, { minutes: 60 }, { minutes: 90 }, { minutes: 120 }];

const word = (pack: PolicyPack, of: string, ours: string): string => pack.words[of] ?? ours;

export const TOPICS: Readonly<Record<PolicyTopic, Topic>> = {
  gap: {
    asks: (_, whose) =>
      `By the policy here, what is the longest gap between supervision sessions${whose === null ? ' for a post like yours?' : `? (${whose})`}`,
    help: 'Think of somebody full time who is past any first stage in the post.',
    families: ROLE_FAMILY_NAMES,
    find: gapFact,
    silence: /^frequency\b/i,
  },
  shared: {
    asks: () => 'By the policy here, how soon should the record of a session reach the person supervised?',
    families: ROLE_FAMILY_NAMES,
    find: (pack, family) => deadlineFact(pack, family, 'session.recordSharedAt', LIMITS),
    silence: /record.*(limit|shar|copy)|draft record/i,
  },
  readers: {
    asks: () => 'By the policy here, who may read the record of your supervision without giving a reason?',
    families: ROLE_FAMILY_NAMES,
    find: (pack) => {
      const fact = readersFact(pack);
      return fact === null ? null : { options: fact.options, right: fact.right, rule: fact.rule.id, clause: fact.rule.clause };
    },
    silence: /confidential|who may read/i,
  },
  filed: {
    asks: () => 'By the policy here, how soon should a talk about a child be on the child’s record?',
    families: CASEWORK_FAMILIES,
    find: (pack, family) => deadlineFact(pack, family, 'discussion.filedAt', LIMITS),
    silence: /case record|child.s (file|record)|uploading/i,
  },
  agreement: {
    asks: (pack) =>
      `By the policy here, how soon should your ${word(pack, 'agreement', 'supervision agreement')} be looked at again?`,
    families: ROLE_FAMILY_NAMES,
    find: (pack, family) => deadlineFact(pack, family, 'agreement.lookedAtAgainOn', YEARS),
    silence: /review of the agreement/i,
  },
  'new-work': {
    asks: () => 'By the policy here, how soon should new work be talked over with you?',
    families: CASEWORK_FAMILIES,
    find: (pack, family) => deadlineFact(pack, family, 'allocation.discussedAt', LIMITS),
    silence: /allocat|new work/i,
  },
  length: {
    asks: () => 'By the policy here, how long should a supervision session last at least?',
    families: ROLE_FAMILY_NAMES,
    find: lengthFact,
    silence: /^length\b.*(ordinary|set for)|no length/i,
  },
};

/** The longest gap of the first clock of people: where several rules hold, the shortest counts. */
function gapFact(pack: PolicyPack, family: RoleFamily): PolicyFact | null {
  const clock = pack.series.find(({ subject }) => subject === 'person')?.id;
  const rules = pack.rules.filter((rule): rule is RuleOf<'cadence'> => rule.kind === 'cadence' && rule.series === clock);
  const governing = rules
    // Nobody can be asked what the policy never says outright.
    .filter((rule) => rule.phase === undefined && rule.relaxes === undefined && rule.isInferred !== true)
    .filter((rule) => isForFamily(rule.when, family))
    .flatMap((rule) => (rule.every === 'agreed' ? [] : [{ rule, every: rule.every }]));
  const shortest = governing.toSorted((a, b) => days(a.every) - days(b.every))[0];
  if (shortest === undefined) return null;
  const others = rules.flatMap(({ every }) => (every === 'agreed' ? [] : [every]));
  return { ...amountOptions(shortest.every, others, PERIODS), rule: shortest.rule.id, clause: shortest.rule.clause };
}

function days(interval: Interval): number {
  return 'months' in interval ? interval.months * 30.44 : (Object.values(interval)[0] ?? 0) * ('days' in interval ? 1 : 7);
}

/** A limit that is met by this moment; one for ordinary sessions comes before one for a kind of session. */
function deadlineFact(pack: PolicyPack, family: RoleFamily, metBy: string, ladder: readonly Amount[]): PolicyFact | null {
  const rules = pack.rules.filter(
    (rule): rule is Deadline => rule.kind === 'deadline' && rule.metBy === metBy && isForFamily(rule.when, family),
  );
  const usual = rules.find((rule) => rule.within !== undefined && isAboutOrdinary(rule));
  if (usual?.within === undefined) return null;
  const others = pack.rules.flatMap((rule) =>
    rule.kind === 'deadline' && rule.of === usual.of && rule.within ? [rule.within] : [],
  );
  return { ...amountOptions(usual.within, others, ladder), rule: usual.id, clause: usual.clause };
}

const ORDINARY = ['one-to-one', 'casework', 'personal', 'professional-support'];

function isAboutOrdinary({ which }: { readonly which?: { readonly kinds?: string[] | undefined } | undefined }): boolean {
  return which?.kinds === undefined || which.kinds.some((kind) => ORDINARY.includes(kind));
}

function lengthFact(pack: PolicyPack, family: RoleFamily): PolicyFact | null {
  const rule = pack.rules.find(
    (one): one is RuleOf<'threshold'> =>
      one.kind === 'threshold' &&
      (one.measures === 'longestUninterruptedMinutes' || one.measures === 'netMinutes') &&
      one.atLeast !== undefined &&
      isAboutOrdinary(one) &&
      isForFamily(one.when, family),
  );
  if (rule?.atLeast === undefined) return null;
  return { ...amountOptions({ minutes: rule.atLeast }, [], LENGTHS), rule: rule.id, clause: rule.clause };
}
