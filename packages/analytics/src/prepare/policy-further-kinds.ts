import { partsOf } from '@plumbline/domain/calendar';
import { ACCESS_GROUNDS } from '@plumbline/domain/facts';
import type { FieldTest, RuleOf } from '@plumbline/domain/policy';
import { eventLabel } from './policy-moments.ts';
import {
  conditionInWords,
  lengthInWords,
  oneOfWords,
  ownerInWords,
  phaseInWords,
  relationsInWords,
  sessionsInWords,
} from './policy-words.ts';
import { fieldInWords, intervalInWords, listInWords } from './wording/index.ts';

type Pair = readonly [name: string, value: string | null | undefined];

type FurtherRule = RuleOf<'eligibility' | 'ratio' | 'coverage' | 'retention' | 'access' | 'trigger' | 'alternation'>;

/** Which things a rule about single things is about, beside which sessions. */
export function selectionPairs(rule: RuleOf<'deadline' | 'threshold' | 'completeness' | 'sequence' | 'eligibility'>): Pair[] {
  return [
    ['For whom', rule.when && conditionInWords(rule.when)],
    ['In which stage', rule.phase && phaseInWords(rule.phase)],
    ['Only where', rule.where && testsInWords(rule.where)],
    ['Not where', rule.unless && testsInWords(rule.unless)],
    ['Excused by', rule.deviation && `a departure agreed by somebody who is ${conditionInWords(rule.deviation.agreedBy)}`],
  ];
}

/** Whom, or which things, a scope is for; for some rules only it names them. */
export function scopePairs({ when, where, unless, rules }: RuleOf<'scope'>): Pair[] {
  return [
    ['Holds while', when && conditionInWords(when)],
    ['Only where', where && testsInWords(where)],
    ['Not where', unless && testsInWords(unless)],
    ['For these rules only', rules && listInWords(rules)],
  ];
}

function testsInWords(tests: Readonly<Record<string, FieldTest>>): string {
  return listInWords(Object.entries(tests).map(([field, test]) => `${fieldInWords(field)} ${testInWords(test)}`));
}

function testInWords(test: FieldTest): string {
  if (test === 'given') return 'is filled';
  if (test === 'missing') return 'is empty';
  if (Array.isArray(test))
    return `is ${oneOfWords(test.map((one) => (typeof one === 'boolean' ? (one ? 'yes' : 'no') : one.replaceAll('-', ' '))))}`;
  return 'is' in test ? `is ${relationsInWords(test.is)}` : `is not ${relationsInWords(test.isNot)}`;
}

/** What rules about people, numbers, files, access, events and turns ask, part by part. */
export function furtherKindPairs(rule: FurtherRule): Pair[] {
  switch (rule.kind) {
    case 'eligibility':
      return eligibilityPairs(rule);
    case 'ratio':
      return [
        ['How many', `${limits(rule.atLeast, rule.atMost)} ${rule.of === 'cases' ? 'cases' : 'people supervised'}`],
        ['Counted', rule.isPerFullTime === true ? 'divided by the hours of the post' : 'by heads'],
        ['Holds while', conditionInWords(rule.when)],
        ['Who owes it', ownerInWords(rule.owes)],
      ];
    case 'coverage':
      return coveragePairs(rule);
    case 'retention':
      return [
        ['Kept for', rule.keepFor && lengthInWords(rule.keepFor)],
        [
          'Counted from',
          rule.from === 'authority-end' ? 'the last day with the whole council' : 'the last day of employment here',
        ],
        ['Never', rule.never && 'handed to somebody outside'],
      ];
    case 'access':
      return accessPairs(rule);
    case 'trigger':
      return triggerPairs(rule);
    case 'alternation':
      return [
        ['By turns', rule.between.map(sessionsInWords).join(', then ')],
        ['Holds while', conditionInWords(rule.when)],
        ['In which stage', rule.phase && phaseInWords(rule.phase)],
        ['Fails', rule.onlyFirst === true ? 'two of the first kind running' : 'two of one kind running'],
        ['Who owes it', ownerInWords(rule.owes)],
      ];
  }
}

function eligibilityPairs(rule: RuleOf<'eligibility'>): Pair[] {
  return [
    ['Who', fieldInWords(rule.who)],
    ['Asked only of', rule.whoWhen && `somebody who is ${conditionInWords(rule.whoWhen)}`],
    ['Must be', rule.whoIs && conditionInWords(rule.whoIs)],
    ['Must be one of', rule.isOneOf && relationsInWords(rule.isOneOf)],
    ['Must not be', rule.isNoneOf && relationsInWords(rule.isNoneOf)],
    ['The person supervised must be', rule.needs && conditionInWords(rule.needs)],
    ['Levels above', rule.levelsAbove === undefined ? null : String(rule.levelsAbove)],
    ['In a management post for', rule.managesFor && lengthInWords(rule.managesFor)],
    ['Or else', rule.orElse && relationsInWords(rule.orElse)],
    ['Which ones', rule.which && sessionsInWords(rule.which)],
    ...selectionPairs(rule),
    ['Who owes it', ownerInWords(rule.owes)],
  ];
}

const COVERED: Readonly<Record<RuleOf<'coverage'>['covers'], string>> = {
  'due-cases': 'every case that falls due before the next supervision is talked over in this one',
  family: 'what holds for a whole family is on each child’s file',
  'team-members': 'everybody in the team is at its meeting, or a reason is given',
  'open-actions': 'every open action is picked up at the next talk',
  'front-door': 'contacts at the front door',
  'tracked-cases': 'every case is on the list of the method agreed',
};

function coveragePairs(rule: RuleOf<'coverage'>): Pair[] {
  return [
    ['What is covered', COVERED[rule.covers]],
    ['How many', rule.covers === 'front-door' ? `${limits(rule.atLeast, rule.atMost)} in one supervision` : null],
    ['Two of one outcome', rule.sameOutcomeIs === 'advisory' ? 'a remark, not a failing' : null],
    ['Which meetings', rule.formats && oneOfWords(rule.formats.map((format) => format.replaceAll('-', ' ')))],
    ['Which ones', rule.which && sessionsInWords(rule.which)],
    ['For whom', rule.when && conditionInWords(rule.when)],
    ['Who owes it', ownerInWords(rule.owes)],
  ];
}

const NEEDED = { purpose: 'a purpose', reference: 'the reference of the process', until: 'a last day' } as const;

function accessPairs(rule: RuleOf<'access'>): Pair[] {
  return [
    [rule.effect === 'deny' ? 'Refused' : 'Allowed', oneOfWords(rule.may)],
    ['Which records', rule.class && oneOfWords(rule.class)],
    ['To whom', rule.isOneOf && relationsInWords(rule.isOneOf)],
    ['Who is', rule.readerIs && conditionInWords(rule.readerIs)],
    ['On the ground of', rule.grounds && oneOfWords(rule.grounds.map((ground) => ACCESS_GROUNDS[ground].toLowerCase()))],
    ['Not to', rule.isNoneOf && relationsInWords(rule.isNoneOf)],
    ['Only with', rule.needs && listInWords(rule.needs.map((need) => NEEDED[need]))],
    ['Where there is no', rule.lacks && oneOfWords(rule.lacks.map((need) => NEEDED[need].replace(/^an? /, '')))],
  ];
}

const SET_OFF = {
  'supervisor-changed': 'another supervisor is named',
  'role-changed': 'the person takes another post in the same team',
  'team-changed': 'the person moves to another team of the same service',
  'service-changed': 'the person moves to another service',
  left: 'the person leaves',
  'left-authority': 'the person leaves the whole council',
  'supervisor-away': 'a supervisor is away for long',
  'cases-above': 'there are too many cases',
} as const;

function triggerPairs(rule: RuleOf<'trigger'>): Pair[] {
  const { requires } = rule;
  const asked =
    'event' in requires
      ? eventLabel(requires.event)
      : 'session' in requires
        ? sessionsInWords(requires.session)
        : `a supervisor as ${oneOfWords(requires.supervisor.map((one) => one.replaceAll('-', ' ')))}`;
  return [
    ['Set off when', typeof rule.on === 'string' ? SET_OFF[rule.on] : eventLabel(rule.on.event)],
    ['Longer than', rule.longerThan && intervalInWords(partsOf(rule.longerThan))],
    [
      'More than',
      rule.above === undefined
        ? null
        : `${rule.above} cases${rule.isPerFullTime === true ? ', divided by the hours of the post' : ''}`,
    ],
    ['For whom', rule.when && conditionInWords(rule.when)],
    ['Asks for', asked],
    [
      'By when',
      rule.within ? `within ${lengthInWords(rule.within)}` : rule.sameDay === true ? 'on the same day' : 'no limit is set',
    ],
    ['Who owes it', ownerInWords(rule.owes)],
  ];
}

function limits(atLeast: number | undefined, atMost: number | undefined): string {
  const parts = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ];
  return parts.join(' and ');
}
