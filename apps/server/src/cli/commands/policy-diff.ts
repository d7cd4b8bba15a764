import { codeLabel, conventionInWords, everyInWords } from '@plumbline/analytics/wording';
import { partsOf } from '@plumbline/domain/calendar';
import type { PolicyPack, Rule } from '@plumbline/domain/policy';
import {
  compareSituations,
  diffPolicies,
  nameOfEntry,
  type Asked,
  type Direction,
  type FieldChange,
  type LoneRule,
  type PolicyDiff,
  type RuleChange,
} from '@plumbline/domain/policy/diff';
import type { Environment } from '../../env.ts';
import { CommandError, say, takeApart } from '../command.ts';
import { openPolicy } from './policy-folder.ts';
import { sayByTopic } from './policy-topics.ts';
import { fieldInPlainWords, valueInWords } from './policy-values.ts';

/** `plumbline policy diff`: what two policies, or two versions of one, ask differently. Ends with 0 whatever it finds. */
export async function comparePolicies(words: readonly string[], _environment: Environment): Promise<number> {
  const { plain, named } = takeApart(words, { flags: ['by-topic'] });
  const [first, second, third] = plain;
  if (first === undefined || second === undefined || (third !== undefined && !named.has('by-topic')))
    throw new CommandError(
      'Say two policies or folders: plumbline policy diff wirral kent. With --by-topic there may be more; all are told against the first.',
    );
  const [before, after] = [openPolicy(first).pack, openPolicy(second).pack];
  if (named.has('by-topic')) {
    sayByTopic(before, [after, ...plain.slice(2).map((name) => openPolicy(name).pack)]);
    return 0;
  }
  const diff = diffPolicies(before, after);
  say(`From ${before.council}, ${before.version}, to ${after.council}, ${after.version}`);
  if (diff.isSame) {
    say('They are the same.');
    return 0;
  }
  sayFields('About the policy', diff.head);
  sayConventions(diff.conventions);
  if (before.id !== after.id) saySituations(before, after);
  sayRules(diff);
  sayLists(diff);
  sayFields('Words', diff.words);
  sayForms(diff.forms);
  saySummary(diff);
  return 0;
}

const MARKS: Readonly<Record<Direction, string>> = {
  stricter: 'stricter',
  looser: 'looser',
  equal: 'as much',
  unclear: 'otherwise',
};

function mark(direction: Direction | null, isApproximate = false): string {
  if (direction === null) return '';
  return ` [${MARKS[direction]}${isApproximate ? ', the units differ' : ''}]`;
}

function sayHeading(heading: string, items: readonly unknown[]): boolean {
  if (items.length > 0) say(`\n${heading}`);
  return items.length > 0;
}

function sayFields(heading: string, fields: readonly FieldChange[]): void {
  if (sayHeading(heading, fields)) for (const field of fields) say(`  ${fieldLine(field)}`);
}

function fieldLine({ field, before, after, direction, isApproximate }: FieldChange): string {
  return `${fieldInPlainWords(field)}: ${valueInWords(before)} → ${valueInWords(after)}${mark(direction, isApproximate)}`;
}

function sayConventions(fields: readonly FieldChange[]): void {
  const read = (value: unknown): { value: string; cites: string } => value as { value: string; cites: string };
  if (!sayHeading('How counting is done', fields)) return;
  for (const { field, before, after } of fields) {
    const [was, is] = [read(before), read(after)];
    if (was.value === is.value) say(`  ${fieldInPlainWords(field)}: the same, cited from ${was.cites} and now from ${is.cites}`);
    else
      say(
        `  ${fieldInPlainWords(field)}\n    was: ${conventionInWords(field, was.value)} (${was.cites})\n    is:  ${conventionInWords(field, is.value)} (${is.cites})`,
      );
  }
}

function sayRules({ rules }: PolicyDiff): void {
  sayLone('Rules that are new', rules.added);
  sayLone('Rules that are gone', rules.removed);
  if (sayHeading('Rules that changed', rules.changed)) for (const change of rules.changed) sayChange(change);
}

/** Between councils first what matters: how often, in everyday situations. */
function saySituations(before: PolicyPack, after: PolicyPack): void {
  const rows = compareSituations(before, after);
  if (!sayHeading('How often, in everyday situations', rows)) return;
  for (const { subject, holding, sinceDays, before: was, after: is, direction, isApproximate } of rows) {
    const who =
      holding.length === 0 ? (subject === 'person' ? 'Anybody with cases' : 'Any child') : holding.map(inPlainWords).join(', ');
    const since = sinceDays === 0 ? '' : `, from day ${sinceDays} at the latest`;
    say(`  ${who}${since}: ${askedInWords(was)} → ${askedInWords(is)}${mark(direction, isApproximate)}`);
  }
}

/** `status:child-in-need` as "Child in need". */
function inPlainWords(attribute: string): string {
  const [name = '', code] = attribute.split(':');
  return code === undefined ? codeLabel('stage', name) : codeLabel(name, code);
}

function askedInWords(asked: Asked | null): string {
  if (asked === null) return 'doesn’t say';
  return `${asked.every === 'agreed' ? 'as agreed' : everyInWords(partsOf(asked.every))} (${asked.rule})`;
}

function sayLone(heading: string, rules: readonly LoneRule[]): void {
  if (sayHeading(heading, rules))
    for (const { rule, direction } of rules) say(`  ${title(rule)}${mark(direction)}\n    ${rule.says}`);
}

function title(rule: Rule): string {
  return `${rule.id} (${rule.kind}, ${rule.clause})`;
}

function sayChange({ before, after, fields, direction, isApproximate }: RuleChange): void {
  say(`  ${before.id === after.id ? title(before) : `${title(before)} and ${title(after)}`}${mark(direction, isApproximate)}`);
  for (const field of fields) say(`    ${fieldLine(field)}`);
}

function sayLists({ series, interpretations, silences }: PolicyDiff): void {
  sayList('Clocks', series, ({ id, title: name }) => `${id}: ${name}`);
  sayList('Readings', interpretations, ({ id, reading }) => `${id}: ${reading}`);
  sayList('What the policy says nothing about', silences, ({ topic, says }) => `${topic}: ${says}`);
}

const FORM_LISTS: Readonly<Record<keyof PolicyDiff['forms'], string>> = {
  templates: 'Forms',
  agendas: 'Agendas',
  agreements: 'Agreements',
  statuses: 'Statuses',
  events: 'Events',
  reasons: 'Reasons',
  recordClasses: 'Classes of record',
  glossary: 'Glossary',
  namedBodies: 'Bodies and frameworks named',
  roles: 'Roles',
  banners: 'Standing of the text',
};

/** Forms and words by name; what stands on a form is too long to tell here. */
function sayForms(forms: PolicyDiff['forms']): void {
  for (const [part, { added, removed, changed }] of Object.entries(forms)) {
    if (!sayHeading(FORM_LISTS[part as keyof typeof FORM_LISTS], [...added, ...removed, ...changed])) continue;
    for (const entry of added) say(`  new: ${nameOfEntry(entry)}`);
    for (const entry of removed) say(`  gone: ${nameOfEntry(entry)}`);
    for (const { before, fields } of changed)
      say(`  changed: ${nameOfEntry(before)} (${fields.map(({ field }) => fieldInPlainWords(field)).join(', ')})`);
  }
}

function sayList<Item>(
  heading: string,
  {
    added,
    removed,
    changed,
  }: { added: readonly Item[]; removed: readonly Item[]; changed: readonly { before: Item; fields: readonly FieldChange[] }[] },
  line: (item: Item) => string,
): void {
  if (!sayHeading(heading, [...added, ...removed, ...changed])) return;
  for (const item of added) say(`  new: ${line(item)}`);
  for (const item of removed) say(`  gone: ${line(item)}`);
  for (const { before, fields } of changed) {
    say(`  ${line(before)}`);
    for (const field of fields) say(`    ${fieldLine(field)}`);
  }
}

function saySummary({ rules }: PolicyDiff): void {
  const all = [...rules.added, ...rules.removed, ...rules.changed];
  const count = (direction: Direction): number => all.filter((item) => item.direction === direction).length;
  say(
    `\n${rules.added.length} new, ${rules.removed.length} gone, ${rules.changed.length} changed, ${rules.unchanged} as before: ${count('stricter')} stricter, ${count('looser')} looser, ${count('unclear')} otherwise.`,
  );
}
