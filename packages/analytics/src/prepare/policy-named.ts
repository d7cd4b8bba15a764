import { formsAndWordsOf, isEmptySlot, type FormsAndWords, type PolicyPack } from '@plumbline/domain/policy';
import { wordsIn } from '@plumbline/domain/policy/check';
import { citing, type CitedRow } from './policy-cites.ts';
import { bannerInWords, codeLabel, dateInWords } from './wording/index.ts';

type Cite = (ids: readonly string[] | undefined) => CitedRow[];

/** A body, framework or system that the policy names. */
export interface BodyModel {
  readonly id: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly kind: string;
  readonly says: string;
  readonly clause: string;
  readonly cites: readonly CitedRow[];
  /** Our copy of the text lacks it. */
  readonly isMissing: boolean;
  /** It no longer does what the policy names it for. */
  readonly superseded: {
    readonly since: string;
    readonly by: string | null;
    readonly says: string;
    readonly source: string;
  } | null;
}

export interface RoleModel {
  readonly id: string;
  readonly title: string;
  /** The role of a post here; null where no post answers to it. */
  readonly ours: string | null;
  readonly says: string;
  readonly turnTo: string | null;
  readonly reads: string | null;
  readonly writes: string | null;
  readonly signs: string | null;
  readonly clause: string;
  readonly isOurs: boolean;
  readonly cites: readonly CitedRow[];
}

export interface BannerModel {
  readonly kind: string;
  readonly title: string;
  readonly says: string;
  readonly clause: string;
  readonly cites: readonly CitedRow[];
}

/** What the policy's owner should look at. */
export interface OwnerFlag {
  readonly kind: 'superseded' | 'ambiguous' | 'missing' | 'slot';
  readonly title: string;
  readonly says: string;
}

const KINDS: Readonly<Record<FormsAndWords['namedBodies'][number]['kind'], string>> = {
  regulator: 'Regulator',
  inspectorate: 'Inspectorate',
  association: 'Association',
  body: 'Body',
  standards: 'Standards',
  framework: 'Framework',
  model: 'Model',
  law: 'Law',
  report: 'Report',
  system: 'System',
  document: 'Document',
};

/** Superseded ones first, then as the policy has them. */
export function bodiesOf(bodies: FormsAndWords['namedBodies'], cite: Cite, today: string): BodyModel[] {
  return bodies
    .map(({ id, name, also, kind, says, clause, cites, isMissing, superseded }) => ({
      id,
      name,
      also: also ?? [],
      kind: KINDS[kind],
      says,
      clause,
      cites: cite(cites),
      isMissing: isMissing === true,
      superseded:
        superseded === undefined || superseded.since > today ? null : { ...superseded, since: dateInWords(superseded.since) },
    }))
    .toSorted((a, b) => Number(a.superseded === null) - Number(b.superseded === null));
}

export function rolesOf(roles: FormsAndWords['roles'], cite: Cite): RoleModel[] {
  return roles.map(({ ours, turnTo, isOurs, cites, ...role }) => ({
    ...role,
    ours: ours === null ? null : codeLabel('role', ours),
    turnTo: turnTo ?? null,
    isOurs: isOurs === true,
    cites: cite(cites),
  }));
}

/** What everybody should know about the standing of the text on a day. */
export function shownBanners(pack: PolicyPack, today: string): BannerModel[] {
  const cite = citing(pack);
  return formsAndWordsOf(pack)
    .banners.filter(({ from }) => from === undefined || from <= today)
    .map(({ kind, says, clause, cites }) => ({ kind, title: bannerInWords(kind), says, clause, cites: cite(cites) }));
}

/** Bodies that are gone, words that are not told apart, papers that are missing and empty places, for whoever owns the policy. */
export function ownerFlags(pack: PolicyPack, today: string): OwnerFlag[] {
  const { namedBodies, templates } = formsAndWordsOf(pack);
  return [
    ...namedBodies.flatMap(({ name, superseded }) =>
      superseded === undefined || superseded.since > today
        ? []
        : [
            {
              kind: 'superseded' as const,
              title: `${name}: out of date since ${dateInWords(superseded.since)}`,
              says: superseded.says,
            },
          ],
    ),
    ...wordsIn(pack)
      .filter(({ kind }) => kind === 'ambiguous-word')
      .map(({ message }) => ({ kind: 'ambiguous' as const, title: 'A word that means several things', says: message })),
    ...namedBodies.flatMap(({ name, isMissing, says }) =>
      isMissing === true ? [{ kind: 'missing' as const, title: `${name}: not in our copy`, says }] : [],
    ),
    ...templates.flatMap(({ title, slots }) =>
      (slots ?? []).flatMap((slot) =>
        isEmptySlot(slot) ? [{ kind: 'slot' as const, title: `${slot.title} (${title})`, says: slot.says }] : [],
      ),
    ),
  ];
}
