import { FACT_KINDS, type Column } from '../../facts/index.ts';
import { kindOfField, type FieldTest } from '../index.ts';
import type { PolicyPack } from '../pack.ts';
import type { Condition, SessionTest } from '../parts.ts';
import { attributesOf } from '../problems.ts';
import type { Rule } from '../rule-kinds.ts';
import { unknownAttribute, unknownField } from './unknown-names.ts';
import { aboutRule, listed, type Remark } from './remark.ts';

/** Names that stand for nothing in what rules say of fields, people, clocks and meetings. */
export function furtherReferencesOf(pack: PolicyPack, rule: Rule, at: number): Remark[] {
  return [
    ...fieldsOf(rule).flatMap(({ part, field }) => {
      const message = unknownField(field);
      return message === null ? [] : [aboutRule('problem', 'unknown-field', { rule, at }, part, message)];
    }),
    ...conditionsOn(rule).flatMap(({ part, condition }) =>
      attributesOf(condition).flatMap((attribute) => {
        const message = unknownAttribute(attribute, 'person');
        return message === null ? [] : [aboutRule('problem', 'unknown-attribute', { rule, at }, part, message)];
      }),
    ),
    ...clocksOf(rule).flatMap(({ part, series }) =>
      pack.series.some(({ id }) => id === series)
        ? []
        : [aboutRule('problem', 'unknown-field', { rule, at }, part, `There is no series "${series}".`)],
    ),
    ...codesOf(rule).flatMap(({ part, code, among }) =>
      among.includes(code)
        ? []
        : [aboutRule('problem', 'unknown-code', { rule, at }, part, `There is no "${code}" here. There are ${listed(among)}.`)],
    ),
    ...unfinished(rule).map(({ part, message }) => aboutRule('problem', 'conflict', { rule, at }, part, message)),
  ];
}

/** Fields that select what a rule is about, name somebody, or hold a number. */
function fieldsOf(rule: Rule): { part: string; field: string }[] {
  const tests = ['where', 'unless'].flatMap((part) =>
    Object.keys((rule as { where?: Tests; unless?: Tests })[part as 'where'] ?? {}).map((field) => ({ part, field })),
  );
  const named = rule.kind === 'eligibility' ? [{ part: 'who', field: columnOf(rule.who) }] : [];
  const measured = rule.kind === 'threshold' && rule.field !== undefined ? [{ part: 'field', field: rule.field }] : [];
  return [...tests.map(({ part, field }) => ({ part, field: columnOf(field) })), ...named, ...measured];
}

type Tests = Readonly<Record<string, FieldTest>> | undefined;

/** A pair goes by two names in rules. */
function columnOf(field: string): string {
  return field.replace(/^relationship\./, `${kindOfField('relationship.from') ?? ''}.`);
}

function conditionsOn(rule: Rule): { part: string; condition: Condition }[] {
  const parts: [string, Condition | undefined][] = [];
  if (rule.kind === 'eligibility') parts.push(['whoWhen', rule.whoWhen], ['whoIs', rule.whoIs], ['needs', rule.needs]);
  if (rule.kind === 'standing') parts.push(['whoIs', rule.whoIs]);
  if (rule.kind === 'access') parts.push(['readerIs', rule.readerIs]);
  if ('deviation' in rule) parts.push(['deviation.agreedBy', rule.deviation?.agreedBy]);
  return parts.flatMap(([part, condition]) => (condition === undefined ? [] : [{ part, condition }]));
}

function clocksOf(rule: Rule): { part: string; series: string }[] {
  const parts: [string, string | undefined][] = [];
  if (rule.kind === 'threshold') parts.push(['notLongerThan', rule.notLongerThan], ['notAfterDue', rule.notAfterDue]);
  if (rule.kind === 'coverage') parts.push(['series', rule.series]);
  return parts.flatMap(([part, series]) => (series === undefined ? [] : [{ part, series }]));
}

const optionsOf = (column: Column): readonly string[] => Object.keys(column.options ?? {});
const CAPACITIES = optionsOf(FACT_KINDS['supervision-pair'].columns.capacity);
const FORMATS = optionsOf(FACT_KINDS.group.columns.format);
const SECTIONS = optionsOf(FACT_KINDS.record.columns.sections);
const AUDIENCES = optionsOf(FACT_KINDS.group.columns.audience);
const SHOWS = optionsOf(FACT_KINDS.event.columns.shows);
const EVENTS = optionsOf(FACT_KINDS.event.columns.kind);
const SESSION_KINDS = optionsOf(FACT_KINDS.session.columns.kind);

interface Code {
  readonly part: string;
  readonly code: string;
  readonly among: readonly string[];
}

function codesOf(rule: Rule): Code[] {
  const each = (part: string, codes: readonly string[] | undefined, among: readonly string[]): Code[] =>
    (codes ?? []).map((code) => ({ part, code, among }));
  const tests = testsIn(rule).flatMap(({ part, test }) => [
    ...each(`${part}.audiences`, test.audiences, AUDIENCES),
    ...each(`${part}.recordHolds`, test.recordHolds, SECTIONS),
    ...(part === 'which' || part === 'counts' ? [] : each(`${part}.kinds`, test.kinds, SESSION_KINDS)),
  ]);
  switch (rule.kind) {
    case 'standing':
      return [...tests, ...each('capacities', rule.capacities, CAPACITIES)];
    case 'coverage':
      return [...tests, ...each('formats', rule.formats, FORMATS)];
    case 'deadline':
      return typeof rule.metBy === 'string' ? tests : [...tests, ...each('metBy.event', [rule.metBy.event], EVENTS)];
    case 'trigger':
      if ('event' in rule.requires) return [...tests, ...each('requires.shows', rule.requires.shows, SHOWS)];
      return 'supervisor' in rule.requires
        ? [...tests, ...each('requires.supervisor', rule.requires.supervisor, CAPACITIES)]
        : tests;
    default:
      return tests;
  }
}

function testsIn(rule: Rule): { part: string; test: SessionTest }[] {
  const found: [string, SessionTest | undefined][] = [
    ['which', 'which' in rule ? (rule.which as SessionTest | undefined) : undefined],
    ['counts', 'counts' in rule ? (rule.counts as SessionTest | undefined) : undefined],
  ];
  if (rule.kind === 'alternation') found.push(['between.0', rule.between[0]], ['between.1', rule.between[1]]);
  if (rule.kind === 'trigger' && 'session' in rule.requires) found.push(['requires.session', rule.requires.session]);
  return found.flatMap(([part, test]) => (test === undefined ? [] : [{ part, test }]));
}

/** Rules that name too little to find anything. */
function unfinished(rule: Rule): { part: string; message: string }[] {
  switch (rule.kind) {
    case 'eligibility': {
      const asks = [rule.whoIs, rule.isOneOf, rule.isNoneOf, rule.needs, rule.levelsAbove, rule.managesFor];
      if (rule.strength === 'may' || asks.some((part) => part !== undefined)) return [];
      return [{ part: 'whoIs', message: 'The rule names nothing that has to hold of anybody: it finds nothing.' }];
    }
    case 'ratio':
      if (rule.atLeast === undefined && rule.atMost === undefined)
        return [{ part: 'atMost', message: 'The rule names neither a least nor a most: it finds nothing.' }];
      return (rule.atLeast ?? 0) > (rule.atMost ?? Number.MAX_SAFE_INTEGER)
        ? [{ part: 'atMost', message: `At least ${rule.atLeast} and at most ${rule.atMost} cannot both be kept.` }]
        : [];
    case 'coverage':
      return rule.covers === 'due-cases' && rule.series === undefined
        ? [{ part: 'series', message: 'The rule does not say which clock tells what is due.' }]
        : [];
    case 'trigger':
      if (rule.on === 'cases-above' && rule.above === undefined)
        return [{ part: 'above', message: 'The rule does not say how many cases are too many.' }];
      return rule.on === 'supervisor-away' && rule.longerThan === undefined
        ? [{ part: 'longerThan', message: 'The rule does not say how long is long.' }]
        : [];
    case 'quota':
      return rule.per === 'last-twelve-months' && rule.unit === 'minutes'
        ? [{ part: 'unit', message: 'Of the last twelve months supervisions are counted, and minutes are not.' }]
        : [];
    case 'retention':
      return rule.keepFor === undefined && rule.never === undefined
        ? [{ part: 'keepFor', message: 'The rule says neither how long a file is kept nor what is never done with it.' }]
        : [];
    case 'threshold':
      return rule.measures === 'field' && rule.field === undefined
        ? [{ part: 'field', message: 'The rule does not say what it measures.' }]
        : [];
    default:
      return [];
  }
}
