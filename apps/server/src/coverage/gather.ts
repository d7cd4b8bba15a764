import { makeCouncil, type PackId } from '@plumbline/demo';
import type { PolicyPack } from '@plumbline/domain/policy';
import { confirmationsPerPerson, coverRows, THE_POLICY_ITSELF, type RowCover } from '@plumbline/domain/policy/coverage';
import { loadPack } from '@plumbline/policies';
import { loadRows } from '@plumbline/policies/rows';
import { loadScenarios } from '@plumbline/policies/scenarios';
import { DEMO_SEED } from '../first-run/first-run.ts';
import { demonstrate, type Demonstrated } from './demonstration.ts';
import { AUDITED_ON, placesOf, type EntryPlaces } from './entry-places.ts';

/** The day on which the demonstration is looked at: it lies relative to its today, and the table must not change overnight. */
export const DEMONSTRATION_DAY = '2026-06-30';

/** Where the answer to a row comes from, all its facts together. */
export interface RowSources {
  readonly places: readonly EntryPlaces[];
  /** Pages to come without which the row, or some of it, is fed by files only. */
  readonly waitsFor: readonly string[];
  /** Whether it can be answered at all today: no rule of it asks for what there is no column for. */
  readonly isEnterable: boolean;
}

export interface CoveredRow extends RowCover, RowSources {
  readonly demonstrated: Demonstrated;
}

export interface PackCoverage {
  readonly pack: PolicyPack;
  readonly rows: readonly CoveredRow[];
  /** Confirmations that one person can be asked for in a year, at the most. */
  readonly confirmations: number;
}

/** What a pack does about every row of its catalogue, and how each is fed, shown and demonstrated. */
export function gatherCoverage(packId: PackId): PackCoverage {
  const pack = loadPack(packId);
  const covers = coverRows(pack, loadRows(packId), loadScenarios(packId));
  const facts = makeCouncil({ seed: DEMO_SEED, packId, size: 'small', today: DEMONSTRATION_DAY });
  const shown = demonstrate(pack, facts, DEMONSTRATION_DAY);
  return {
    pack,
    rows: covers.map((cover) => ({ ...cover, ...sourcesOf(cover), demonstrated: demonstratedBy(cover, shown) })),
    confirmations: confirmationsPerPerson(covers),
  };
}

/** Ways to be answered for which there has to be a column for what somebody says. */
const SAID_BY_SOMEBODY: readonly string[] = ['confirmation', 'audit'];

function sourcesOf(cover: RowCover): RowSources {
  const places = cover.facts.filter((column) => column !== THE_POLICY_ITSELF).map(placesOf);
  const answered = new Set(cover.rules.map(({ answeredBy }) => answeredBy));
  const waitsFor = [...places.flatMap((place) => place.waitsFor ?? []), ...(answered.has('audit') ? [AUDITED_ON] : [])];
  return {
    places,
    waitsFor: [...new Set(waitsFor)],
    isEnterable: cover.rules.every(({ answeredBy, facts }) => !SAID_BY_SOMEBODY.includes(answeredBy) || facts.length > 0),
  };
}

function demonstratedBy({ rules }: RowCover, shown: ReadonlyMap<string, Demonstrated>): Demonstrated {
  const each = rules.map(({ rule }) => shown.get(rule.id));
  return {
    meets: each.map((one) => one?.meets ?? null).find((one) => one !== null) ?? null,
    fails: each.map((one) => one?.fails ?? null).find((one) => one !== null) ?? null,
  };
}
