import type { PolicyPack } from '../pack.ts';
import type { RuleOf } from '../rule-kinds.ts';

/** What a check of a pack can find. Pages and the command line may group by it. */
export type RemarkKind =
  | 'hole'
  | 'ends-early'
  | 'nothing-said'
  | 'conflict'
  | 'same-interval'
  | 'close-intervals'
  | 'permission-without-effect'
  | 'relaxation'
  | 'unreachable'
  | 'never-named'
  | 'empty-phase'
  | 'uncited'
  | 'unknown-attribute'
  | 'unknown-field'
  | 'unknown-code'
  | 'needs'
  | 'unused'
  | 'no-example'
  | 'example-refers-to-nothing'
  | 'dates'
  | 'size'
  | 'unapproved'
  | 'same-id'
  | 'cites-nothing'
  | 'form'
  | 'names-a-child'
  | 'no-form'
  | 'ambiguous-word'
  | 'superseded';

/** One thing about a pack that its author should mend (a problem) or know (a note). */
export interface Remark {
  readonly severity: 'problem' | 'note';
  readonly kind: RemarkKind;
  /** The file, where the check was told of files (scenarios); else it follows from the path. */
  readonly file: string | null;
  /** Place in the pack, such as `rules.12.phase`. */
  readonly path: string;
  readonly rule: string | null;
  /** Sentences for the pack's author. */
  readonly message: string;
}

export type CadenceRule = RuleOf<'cadence'>;

/** A rule together with its place, for remarks. */
export interface Placed<Kind = CadenceRule> {
  readonly rule: Kind;
  /** Index among the pack's rules. */
  readonly at: number;
}

/** The cadence rules of a series with their places, in the order of the files. */
export function cadencesOf(pack: PolicyPack, series: string): Placed[] {
  return pack.rules.flatMap((rule, at) => (rule.kind === 'cadence' && rule.series === series ? [{ rule, at }] : []));
}

/** A remark about a rule; `part` names the field where it is about one. */
export function aboutRule(
  severity: Remark['severity'],
  kind: RemarkKind,
  { rule, at }: { readonly rule: { readonly id: string }; readonly at: number },
  part: string | null,
  message: string,
): Remark {
  return { severity, kind, file: null, path: `rules.${at}${part === null ? '' : `.${part}`}`, rule: rule.id, message };
}

/** A remark about another part of the pack. */
export function aboutPack(severity: Remark['severity'], kind: RemarkKind, path: string, message: string): Remark {
  return { severity, kind, file: null, path, rule: null, message };
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
