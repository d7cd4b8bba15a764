/**
 * Questions about what the policy in force says (1b), written from its values: the right answer is the policy's, the wrong ones are
 * other values of it. Where the policy is silent there is no question, and the refusal says what the policy's own list of silences
 * has about it.
 */
import type { PolicyPack } from '../../policy/pack.ts';
import type { Item } from '../instrument.ts';
import { ROLE_FAMILIES, ROLE_FAMILY_NAMES, type RoleFamily } from '../role-families.ts';
import { POLICY_TOPICS, TOPICS, type PolicyFact, type PolicyTopic } from './topics.ts';

/** A question that cannot be asked, and of whom. */
export interface PolicySilence {
  readonly topic: PolicyTopic;
  readonly families: readonly RoleFamily[];
  /** What the policy lists of it under what it does not say; null where it lists nothing. */
  readonly says: string | null;
}

export interface PolicyQuestions {
  readonly items: readonly PolicyFactItem[];
  readonly silences: readonly PolicySilence[];
}

export type PolicyFactItem = Extract<Item, { kind: 'policy-fact' }>;

/** How many facts anybody is asked, as the form has it: more would be an examination. */
export const FACTS_ASKED = 3;

/** Every question that can be asked about a policy, and every one that cannot. */
export function policyQuestions(pack: PolicyPack): PolicyQuestions {
  const items: PolicyFactItem[] = [];
  const silences: PolicySilence[] = [];
  for (const topic of POLICY_TOPICS) {
    const { families, find, silence } = TOPICS[topic];
    const facts = families.map((family) => ({ family, fact: find(pack, family) }));
    for (const group of groupsOf(facts)) items.push(itemOf(pack, topic, group, families));
    const without = facts.filter(({ fact }) => fact === null).map(({ family }) => family);
    const listed = pack.silences.find(({ topic: title, says }) => silence.test(`${title}: ${says}`));
    if (without.length > 0) silences.push({ topic, families: without, says: listed?.says ?? null });
  }
  return { items, silences };
}

/** Those for one role family. */
export function policyQuestionsFor(pack: PolicyPack, family: RoleFamily): PolicyQuestions {
  const { items, silences } = policyQuestions(pack);
  return {
    items: items.filter(({ roleFamilies }) => roleFamilies === null || roleFamilies.includes(family)),
    silences: silences.filter(({ families }) => families.includes(family)).map((one) => ({ ...one, families: [family] })),
  };
}

/** The first topics that everybody can be asked about, no more than {@link FACTS_ASKED} for anybody. */
export function usualPolicyItems(pack: PolicyPack): PolicyFactItem[] {
  const taken: PolicyFactItem[] = [];
  const topics = new Set<string>();
  for (const item of policyQuestions(pack).items) {
    const topic = topicOf(item);
    if (!topics.has(topic) && topics.size === FACTS_ASKED) break;
    topics.add(topic);
    taken.push(item);
  }
  return taken;
}

function topicOf({ id }: PolicyFactItem): string {
  return POLICY_TOPICS.find((topic) => id === `1b-${topic}` || id.startsWith(`1b-${topic}-for-`)) ?? id;
}

interface Group {
  readonly families: readonly RoleFamily[];
  readonly fact: PolicyFact;
}

/** Families of whom the same is so are asked the same question. */
function groupsOf(facts: readonly { family: RoleFamily; fact: PolicyFact | null }[]): Group[] {
  const groups = new Map<string, { families: RoleFamily[]; facts: PolicyFact[] }>();
  for (const { family, fact } of facts) {
    if (fact === null) continue;
    const group = groups.get(fact.right) ?? { families: [], facts: [] };
    groups.set(fact.right, { families: [...group.families, family], facts: [...group.facts, fact] });
  }
  return [...groups.values()].flatMap(({ families, facts: same }) => {
    const [first] = same;
    const cites = { rule: distinct(same.map(({ rule }) => rule)), clause: distinct(same.map(({ clause }) => clause)) };
    return first === undefined ? [] : [{ families, fact: { ...first, ...cites } }];
  });
}

/** Rules or clauses that say the same of different posts, each once. */
function distinct(cited: readonly string[]): string {
  return [...new Set(cited)].join(', ');
}

function itemOf(pack: PolicyPack, topic: PolicyTopic, { families, fact }: Group, asked: readonly RoleFamily[]): PolicyFactItem {
  const isForAll = families.length === ROLE_FAMILY_NAMES.length;
  const isForAllAsked = families.length === asked.length;
  const suffix = isForAllAsked ? topic : `${topic}-for-${families.join('-')}`;
  return {
    kind: 'policy-fact',
    id: `1b-${suffix}`,
    lineage: `policy-${suffix}`,
    question: 1,
    blocks: ['everybody'],
    roleFamilies: isForAll ? null : [...families],
    text: TOPICS[topic].asks(pack, isForAllAsked ? null : namesOf(families)),
    textGiving: null,
    help: TOPICS[topic].help ?? null,
    shownWhen: null,
    isPulse: false,
    isAboutSupervisor: false,
    index: null,
    isReversed: false,
    ...fact,
  };
}

function namesOf(families: readonly RoleFamily[]): string {
  return families.map((family) => ROLE_FAMILIES[family].toLowerCase()).join(', ');
}
