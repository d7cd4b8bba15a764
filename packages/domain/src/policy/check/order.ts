import { approximateDays, parseDay } from '../../calendar/index.ts';
import { compilePolicy } from '../../rules/compile.ts';
import type { PolicyPack, Series } from '../pack.ts';
import { inOwnUnit } from './phases.ts';
import { aboutPack, aboutRule, cadencesOf, type CadenceRule, type Remark } from './remark.ts';

/** More rules than this are no policy that anybody wrote. */
export const MOST_RULES = 5000;

/** Dates, relaxations and limits that contradict themselves, and packs of a size that nobody wrote by hand. */
export function contradictionsIn(pack: PolicyPack): Remark[] {
  return [...datesOf(pack), ...circles(pack), ...relaxations(pack), ...limits(pack), ...tooManyAttributes(pack)];
}

/** A pack too large to be checked rule by rule. */
export function sizeOf(pack: PolicyPack): Remark[] {
  if (pack.rules.length <= MOST_RULES) return [];
  return [aboutPack('problem', 'size', 'rules', `The pack has ${pack.rules.length} rules; ${MOST_RULES} is the most.`)];
}

/** Rules of one clock are compared two by two, which no more than this can be. */
const MOST_CADENCES = 200;

/** Whether a clock has too many rules to be compared with one another. */
export function isCrowded(pack: PolicyPack, series: Series): boolean {
  return cadencesOf(pack, series.id).length > MOST_CADENCES;
}

/** Clocks that are not looked into, because nobody wrote that many rules. */
export function crowdedIn(pack: PolicyPack): Remark[] {
  return pack.series.flatMap((series, at) =>
    isCrowded(pack, series)
      ? [
          aboutPack(
            'problem',
            'size',
            `series.${at}`,
            `The clock "${series.id}" has more than ${MOST_CADENCES} cadence rules: too many to be compared.`,
          ),
        ]
      : [],
  );
}

function datesOf(pack: PolicyPack): Remark[] {
  const remarks: Remark[] = [];
  const check = (path: string, text: string | null): void => {
    if (text !== null && parseDay(text) === null)
      remarks.push(aboutPack('problem', 'dates', path, `"${text}" is not a day of the calendar between 1900 and 2199.`));
  };
  check('validFrom', pack.validFrom);
  check('validTo', pack.validTo);
  if (pack.validTo !== null && pack.validTo < pack.validFrom)
    remarks.push(
      aboutPack('problem', 'dates', 'validTo', `The policy ends on ${pack.validTo}, before it begins on ${pack.validFrom}.`),
    );
  if (pack.state === 'lapsed' && pack.validTo === null)
    remarks.push(aboutPack('note', 'dates', 'validTo', 'The policy is marked as lapsed and has no last day.'));
  pack.interpretations.forEach(({ approvedOn }, at) => check(`interpretations.${at}.approvedOn`, approvedOn));
  return remarks;
}

function relaxing(pack: PolicyPack): { rule: CadenceRule; at: number }[] {
  return pack.rules.flatMap((rule, at) => (rule.kind === 'cadence' && rule.relaxes !== undefined ? [{ rule, at }] : []));
}

/** Rules that set one another aside, so that in the end none is left. */
function circles(pack: PolicyPack): Remark[] {
  const next = new Map(relaxing(pack).map(({ rule }) => [rule.id, rule.relaxes ?? []]));
  return relaxing(pack).flatMap(({ rule, at }) => {
    const way = wayBack(rule.id, next);
    if (way === null) return [];
    // Told once, at the member that comes first in the files.
    const isFirst = pack.rules.findIndex(({ id }) => way.includes(id)) === at;
    const message =
      way.length === 1
        ? 'The rule relaxes itself, so that it never holds.'
        : `These rules set one another aside, so that none of them holds: ${[...way, rule.id].join(' relaxes ')}.`;
    return isFirst ? [aboutRule('problem', 'relaxation', { rule, at }, 'relaxes', message)] : [];
  });
}

function wayBack(start: string, next: ReadonlyMap<string, readonly string[]>): string[] | null {
  const seen = new Set<string>();
  const ways: string[][] = [[start]];
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const id of next.get(way.at(-1) ?? '') ?? []) {
      if (id === start) return way;
      if (seen.has(id)) continue;
      seen.add(id);
      ways.push([...way, id]);
    }
  }
  return null;
}

/** Relaxations that lengthen nothing. */
function relaxations(pack: PolicyPack): Remark[] {
  return relaxing(pack).flatMap(({ rule, at }) =>
    (rule.relaxes ?? []).flatMap((id) => {
      const other = pack.rules.find((candidate): candidate is CadenceRule => candidate.id === id && candidate.kind === 'cadence');
      if (other === undefined || other.id === rule.id || rule.every === 'agreed' || other.every === 'agreed') return [];
      if (approximateDays(rule.every) > approximateDays(other.every)) return [];
      const message = `${rule.id} (${inOwnUnit(rule.every)}) relaxes ${other.id} (${inOwnUnit(other.every)}) and is not longer: the shorter interval counts anyway.`;
      return [aboutRule('note', 'relaxation', { rule, at }, 'relaxes', message)];
    }),
  );
}

/** Lengths that nothing can meet, and limits that say nothing. */
function limits(pack: PolicyPack): Remark[] {
  return pack.rules.flatMap((rule, at) => {
    if (
      rule.kind === 'threshold' &&
      [rule.atLeast, rule.atMost, rule.notLongerThan, rule.notAfterDue].every((limit) => limit === undefined)
    )
      return [
        aboutRule('problem', 'conflict', { rule, at }, 'atLeast', 'The rule names neither a least nor a most: it finds nothing.'),
      ];
    if (rule.kind === 'threshold' && rule.atLeast !== undefined && rule.atMost !== undefined && rule.atLeast > rule.atMost)
      return [
        aboutRule(
          'problem',
          'conflict',
          { rule, at },
          'atMost',
          `At least ${rule.atLeast} and at most ${rule.atMost} cannot both be kept.`,
        ),
      ];
    if (
      rule.kind === 'completeness' &&
      [rule.requires, rule.anyOf, rule.oneOf, rule.holds, rule.confirmed, rule.absent].every((part) => part === undefined)
    )
      return [aboutRule('problem', 'conflict', { rule, at }, 'requires', 'The rule names no field: it finds nothing.')];
    return [];
  });
}

/** A clock may look at no more attributes and phases than the engine can hold of each. */
function tooManyAttributes(pack: PolicyPack): Remark[] {
  try {
    compilePolicy(pack);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [aboutPack('problem', 'size', 'series', error.message)];
  }
}
