import type { Column, Columns, FactKind, FactKindName, FactValue } from '@plumbline/domain/facts';

/** How one column is asked for on a page. */
export type Control =
  | 'text'
  | 'person'
  | 'child'
  | 'person-or-child'
  | 'team'
  | 'choice'
  | 'choices'
  | 'date'
  | 'date-and-time'
  | 'yes-no'
  | 'number';

export interface Field {
  readonly name: string;
  readonly control: Control;
  readonly label: string;
  readonly help: string;
  readonly isRequired: boolean;
  /** Which fact it is: not changed by a correction. */
  readonly isIdentity: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly min: number | null;
  readonly max: number | null;
  readonly allowsFractions: boolean;
}

/**
 * The fields of a form for one kind of fact, in the order of the registry with what must be given first kept where it is.
 * People are chosen by name, so a label that speaks of staff numbers is put in words for choosing.
 */
export function fieldsOfKind(declaration: FactKind<FactKindName, Columns>): readonly Field[] {
  return Object.entries(declaration.columns).map(([name, column]) => {
    const control = declaration.name === 'agreed-interval' && name === 'subject' ? 'person-or-child' : controlOf(column);
    return {
      name,
      control,
      label: labelOf(column, control),
      help: helpOf(column, control),
      isRequired: column.isRequired,
      isIdentity: declaration.key.includes(name) && name !== declaration.interval?.from,
      options: Object.entries(column.options ?? {})
        .filter(([value]) => value !== 'unmapped')
        .map(([value, label]) => ({ value, label })),
      min: column.min ?? null,
      max: column.max ?? null,
      allowsFractions: column.type === 'decimal',
    };
  });
}

function controlOf(column: Column): Control {
  switch (column.type) {
    case 'reference':
      return column.refersTo === 'person' || column.refersTo === 'child' || column.refersTo === 'team' ? column.refersTo : 'text';
    case 'text':
      return 'text';
    case 'code':
      return 'choice';
    case 'list':
      return column.options === undefined ? 'text' : 'choices';
    case 'date':
      return 'date';
    case 'instant':
      return 'date-and-time';
    case 'boolean':
      return 'yes-no';
    case 'integer':
    case 'decimal':
      return 'number';
  }
}

function labelOf(column: Column, control: Control): string {
  if (control === 'team') return 'Team';
  if (control === 'person-or-child') return 'Person or child';
  if (control !== 'person') return column.label;
  if (/^staff number$/i.test(column.label)) return 'Member of staff';
  return column.label.replace(/['’]s staff number$/i, '');
}

function helpOf(column: Column, control: Control): string {
  if (control === 'person-or-child') return 'Say first which of the two it is about, then search.';
  if (control !== 'person') return column.help;
  const help = column.help.replace(/^staff number of /i, '');
  return help.slice(0, 1).toUpperCase() + help.slice(1);
}

/** The values of one fact, by column. */
export type Values = Readonly<Record<string, FactValue>>;
