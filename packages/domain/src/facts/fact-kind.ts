import type { Column } from './columns.ts';

export type Columns = Readonly<Record<string, Column>>;

/** The values of one fact of a kind, by column name. */
export type ValuesOf<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer V> ? V : never };

/**
 * One kind of fact, declared once: import files, hand entry, tables and the engine all read this declaration.
 *
 * `key` names the columns that say *which* fact it is (a later row with the same key corrects it); `interval` names the
 * columns that say from when to when it holds, where it does. `noOverlapBy` lists columns within which two facts may
 * not hold on the same day.
 */
export interface FactKind<Name extends string = string, C extends Columns = Columns> {
  readonly name: Name;
  /** Title in the plural, sentence case: "Absences". */
  readonly title: string;
  readonly help: string;
  readonly columns: C;
  readonly key: readonly (keyof C & string)[];
  readonly interval?: { readonly from: keyof C & string; readonly to: keyof C & string };
  readonly noOverlapBy?: readonly (keyof C & string)[];
  /** The column whose date or instant says when the fact happened, for facts that are not intervals. */
  readonly happened?: keyof C & string;
  /** Whether a later whole file that no longer lists an open interval ends it (the feed is a full extract). */
  readonly closesWhenMissing: boolean;
  /** Columns that name the subjects whose requirements a change touches. */
  readonly subjects: readonly { readonly column: keyof C & string; readonly kind: SubjectKind }[];
}

/** Whom or what a requirement is about. */
export type SubjectKind = 'person' | 'child' | 'family' | 'session';

export function factKind<const Name extends string, const C extends Columns>(kind: FactKind<Name, C>): FactKind<Name, C> {
  return kind;
}
