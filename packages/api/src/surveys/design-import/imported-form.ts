import type { DesignImportNote, Instrument, Item } from '@plumbline/domain/surveys';

/** A question of another tool as far as it is the same everywhere: ready to become an item. */
export interface ForeignQuestion {
  readonly code: string;
  readonly text: string;
  readonly help: string | null;
  readonly isForced: boolean;
  /** As the other tool writes it; null where it is always shown. */
  readonly condition: string | null;
  /** Checks and limits on its answer that have no like here. */
  readonly limits: readonly string[];
  readonly shape: ForeignShape;
}

export interface ForeignOption {
  readonly code: string;
  readonly text: string;
  readonly isAlone?: boolean;
  readonly score?: number;
}

export type ForeignShape =
  | { readonly kind: 'single' | 'multiple'; readonly options: readonly ForeignOption[]; readonly hasComment: boolean }
  | { readonly kind: 'ranking'; readonly options: readonly ForeignOption[]; readonly most: number | null }
  | { readonly kind: 'number'; readonly least: number | null; readonly most: number | null }
  | { readonly kind: 'text'; readonly longest: number | null }
  /** Rows that share their answers. */
  | { readonly kind: 'rows'; readonly rows: readonly ForeignOption[]; readonly options: readonly ForeignOption[] }
  | { readonly kind: 'asks-who' | 'unknown'; readonly of: string };

/** A form of another tool. */
export interface ForeignForm {
  readonly title: string;
  readonly introduction: string;
  readonly questions: readonly ForeignQuestion[];
}

export interface ImportedForm {
  readonly instrument: Instrument;
  readonly notes: readonly DesignImportNote[];
}

/** A file that is no form, or is one that is not safe to read. */
export type ImportRefusal = 'not-a-form' | 'too-large' | 'too-deep' | 'not-safe';

export type ImportResult = ({ readonly ok: true } & ImportedForm) | { readonly ok: false; readonly refusal: ImportRefusal };

export type ItemOf<Kind extends Item['kind']> = Extract<Item, { kind: Kind }>;
