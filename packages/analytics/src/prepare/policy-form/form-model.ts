/** What may be offered for a text, from the draft or from the codes of facts. */
export type Suggest =
  | 'session-kinds'
  | 'purposes'
  | 'fields'
  | 'fact-kinds'
  | 'readings'
  | 'rules'
  | 'series'
  | 'attributes'
  | 'areas';

export interface FormOption {
  readonly value: string;
  readonly label: string;
}

/** How one value of a policy is asked for. */
export type FormControl =
  | { readonly kind: 'text'; readonly isLong: boolean; readonly suggest: Suggest | null; readonly isDay: boolean }
  | { readonly kind: 'number'; readonly isWhole: boolean; readonly least: number | null }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'choice'; readonly options: readonly FormOption[] }
  /** Always this value: it is set with the form and not asked for. */
  | { readonly kind: 'fixed'; readonly value: string | number | boolean | null }
  /** An amount in one of some units, or one of a few words instead. */
  | { readonly kind: 'length'; readonly units: readonly FormOption[]; readonly instead: readonly FormOption[] }
  /** When something holds: one attribute, or several together. */
  | { readonly kind: 'condition' }
  | { readonly kind: 'list'; readonly of: FormControl }
  /** Names, each with a value. */
  | { readonly kind: 'table'; readonly suggest: Suggest | null; readonly of: FormControl }
  | { readonly kind: 'group'; readonly fields: readonly FormField[] }
  | { readonly kind: 'one-of'; readonly options: readonly { readonly label: string; readonly control: FormControl }[] }
  /** Nothing, or this. */
  | { readonly kind: 'maybe'; readonly of: FormControl }
  /** Anything at all, written as data. */
  | { readonly kind: 'data' };

/** One named value of a form, in plain words. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly help: string | null;
  readonly isRequired: boolean;
  readonly control: FormControl;
}

/** The form of one kind of rule. */
export interface RuleForm {
  readonly kind: string;
  readonly label: string;
  readonly help: string;
  readonly fields: readonly FormField[];
}

/** The forms of everything in a policy, made from its format: a new kind of rule or part has its form without anybody writing one. */
export interface PolicyForms {
  readonly rules: readonly RuleForm[];
  /** The other parts by name, in the order of the format. */
  readonly parts: readonly FormField[];
}
