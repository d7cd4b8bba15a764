import { addMonths, formatDay, parseDay, type Day } from '../../calendar/index.ts';
import { checkPolicy } from '../check.ts';
import type { PolicyPack } from '../pack.ts';
import { compareVersionNumbers } from './version-numbers.ts';

/** Why a pack cannot be published: what sort of fault, where in it, and in words for whoever publishes. */
export interface PublicationProblem {
  readonly kind: 'malformed' | 'too-large' | 'circular' | 'misdated' | 'unapproved' | 'not-sound' | 'version';
  readonly path: string;
  readonly rule: string | null;
  readonly message: string;
}

/** The circumstances in which a pack is to be published. */
export interface PublicationCase {
  readonly today: Day;
  /** Every published version of the council. */
  readonly published: readonly { readonly packId: string; readonly version: string; readonly validFrom: string }[];
  /** Why it holds from a day in the past; null where nothing is said. */
  readonly because: string | null;
}

/** A policy that begins later than this has a slip in its year. */
const MOST_MONTHS_AHEAD = 36;

/** Everything that keeps a pack of the right shape from being published; empty where nothing does. */
export function publicationProblems(pack: PolicyPack, circumstances: PublicationCase): PublicationProblem[] {
  return [...datesOf(pack, circumstances), ...numberOf(pack, circumstances), ...approvals(pack), ...unsound(pack)];
}

function datesOf(pack: PolicyPack, { today, published, because }: PublicationCase): PublicationProblem[] {
  const misdated = (path: string, message: string): PublicationProblem => ({ kind: 'misdated', path, rule: null, message });
  const from = parseDay(pack.validFrom);
  if (from === null) return [misdated('validFrom', `"${pack.validFrom}" is not a day of the calendar.`)];
  const found: PublicationProblem[] = [];
  if (from < today && published.length > 0 && because === null)
    found.push(
      misdated(
        'validFrom',
        `${pack.validFrom} is past. A version holds from today (${formatDay(today)}) or later, unless the council's own policy has held since then: say why.`,
      ),
    );
  if (from > addMonths(today, MOST_MONTHS_AHEAD))
    found.push(misdated('validFrom', `${pack.validFrom} is more than three years ahead. Is the year right?`));
  const begun = published
    .map(({ validFrom }) => validFrom)
    .filter((day) => (parseDay(day) ?? 0) <= today)
    .toSorted()
    .at(-1);
  if (begun !== undefined && pack.validFrom < begun)
    found.push(
      misdated(
        'validFrom',
        `The version in force began on ${begun}. One that begins before it, on ${pack.validFrom}, would never hold.`,
      ),
    );
  if (pack.validTo !== null && pack.validTo < formatDay(today))
    found.push(misdated('validTo', `The policy's last day, ${pack.validTo}, is past.`));
  pack.interpretations.forEach(({ id, approvedOn }, at) => {
    if (approvedOn !== null && approvedOn > formatDay(today))
      found.push(
        misdated(`interpretations.${at}.approvedOn`, `The reading "${id}" is approved on ${approvedOn}, which is still to come.`),
      );
  });
  return found;
}

function numberOf(pack: PolicyPack, { published }: PublicationCase): PublicationProblem[] {
  const latest = published
    .filter(({ packId }) => packId === pack.id)
    .map(({ version }) => version)
    .toSorted(compareVersionNumbers)
    .at(-1);
  if (latest === undefined || compareVersionNumbers(pack.version, latest) > 0) return [];
  return [
    {
      kind: 'version',
      path: 'version',
      rule: null,
      message: `Version ${latest} is published already; ${pack.version} is not above it.`,
    },
  ];
}

function approvals(pack: PolicyPack): PublicationProblem[] {
  return pack.interpretations.flatMap(({ id, approvedBy, approvedOn }, at) =>
    approvedBy === null || approvedOn === null
      ? [
          {
            kind: 'unapproved' as const,
            path: `interpretations.${at}`,
            rule: null,
            message: `Nobody has approved the reading "${id}", or the day is missing.`,
          },
        ]
      : [],
  );
}

const KIND_OF_REMARK: Readonly<Record<string, PublicationProblem['kind']>> = {
  size: 'too-large',
  dates: 'misdated',
  relaxation: 'circular',
};

function unsound(pack: PolicyPack): PublicationProblem[] {
  return checkPolicy(pack)
    .filter(({ severity }) => severity === 'problem')
    .map(({ kind, path, rule, message }) => ({ kind: KIND_OF_REMARK[kind] ?? 'not-sound', path, rule, message }));
}
