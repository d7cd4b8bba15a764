import { examplesNeeded, type PlacedScenarios } from '../check/examples.ts';
import type { PolicyPack } from '../pack.ts';
import type { Rule } from '../rule-kinds.ts';
import { isFiledTooLow, standsFor, type CatalogueRow } from './catalogue-rows.ts';
import { factsRead } from './facts-read.ts';

export const SHOWN = ['met', 'breached', 'boundary'] as const;
export type Shown = (typeof SHOWN)[number];

/** Where a scenario shows a rule. */
export interface ExampleAt {
  readonly file: string;
  readonly scenario: string;
}

/**
 * How a rule comes to be answered: worked out from facts; shown by a field that is filled anyway; confirmed about a person once
 * a year; asked about the records drawn for an audit; or read on the policy's page.
 */
export type AnsweredBy = 'facts' | 'field' | 'confirmation' | 'audit' | 'page';

export interface RuleCover {
  readonly rule: Rule;
  readonly answeredBy: AnsweredBy;
  /** Columns that it reads, as `kind.column`. */
  readonly facts: readonly string[];
  readonly examples: Readonly<Record<Shown, ExampleAt | null>>;
  /** Those of the three that a rule of this kind has to have. */
  readonly needs: readonly Shown[];
}

/** One row of the catalogue with the rules that stand for it, the one called like the row first. */
export interface RowCover {
  readonly row: CatalogueRow;
  readonly rules: readonly RuleCover[];
  readonly facts: readonly string[];
  readonly examples: Readonly<Record<Shown, ExampleAt | null>>;
  readonly isFiledTooLow: boolean;
}

/** Every row of a council's text, in the catalogue's order, with what its pack does about it. */
export function coverRows(
  pack: PolicyPack,
  rows: readonly CatalogueRow[],
  scenarios: readonly PlacedScenarios[],
): readonly RowCover[] {
  const shown = examplesByRule(scenarios);
  return rows.map((row) => {
    const rules = pack.rules
      .filter((rule) => standsFor(rule.id, row.id))
      .toSorted((a, b) => a.id.length - b.id.length)
      .map((rule) => coverRule(pack, rule, shown));
    return {
      row,
      rules,
      facts: [...new Set(rules.flatMap((cover) => cover.facts))].toSorted(),
      examples: firstOf(rules.map((cover) => cover.examples)),
      isFiledTooLow: rules.some(({ rule }) => isFiledTooLow(row, rule)),
    };
  });
}

/** Rules of a pack that stand for no row of the catalogue. */
export function rulesWithoutRow(pack: PolicyPack, rows: readonly CatalogueRow[]): string[] {
  return pack.rules.map(({ id }) => id).filter((id) => !rows.some((row) => standsFor(id, row.id)));
}

/** Confirmations that one person can be asked for in a year, at the most: one for each rule that nothing else shows. */
export function confirmationsPerPerson(covers: readonly RowCover[]): number {
  return covers.flatMap(({ rules }) => rules).filter(({ answeredBy }) => answeredBy === 'confirmation').length;
}

function coverRule(pack: PolicyPack, rule: Rule, shown: ReadonlyMap<string, ExampleAt>): RuleCover {
  return {
    rule,
    answeredBy: answeredBy(rule),
    facts: rule.kind === 'guidance' ? [] : factsRead(pack, rule),
    examples: {
      met: shown.get(`${rule.id} met`) ?? null,
      breached: shown.get(`${rule.id} breached`) ?? null,
      boundary: shown.get(`${rule.id} boundary`) ?? null,
    },
    needs: examplesNeeded(rule),
  };
}

function answeredBy(rule: Rule): AnsweredBy {
  if (rule.kind === 'guidance') return 'page';
  if (rule.kind !== 'evidence') return 'facts';
  if (rule.field !== undefined) return 'field';
  return rule.of === 'person' ? 'confirmation' : 'audit';
}

function examplesByRule(scenarios: readonly PlacedScenarios[]): Map<string, ExampleAt> {
  const all = scenarios.flatMap(({ file, content }) =>
    content.scenarios.flatMap(({ title, ask }) => ask.map((question) => ({ question, at: { file, scenario: title } }))),
  );
  const found = new Map<string, ExampleAt>();
  for (const { question, at } of all) {
    const key = `${question.exampleOf ?? question.expect.rule ?? question.rule ?? ''} ${question.shows ?? ''}`;
    if (question.shows !== undefined && !found.has(key)) found.set(key, at);
  }
  return found;
}

function firstOf(all: readonly RuleCover['examples'][]): RuleCover['examples'] {
  const first = (shown: Shown): ExampleAt | null => all.map((examples) => examples[shown]).find((one) => one !== null) ?? null;
  return { met: first('met'), breached: first('breached'), boundary: first('boundary') };
}
