import { type ReactElement } from 'react';
import type { FieldKind } from '@plumbline/domain/policy';
import type { FormFieldModel } from '@plumbline/analytics/prepare';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import css from './template-form.module.css';

/** How large an empty box is drawn. Kinds that are not here are drawn otherwise. */
const BOXES: Partial<Readonly<Record<FieldKind, 'short' | 'line' | 'long'>>> = {
  text: 'line',
  'long-text': 'long',
  date: 'short',
  time: 'short',
  'date-time': 'short',
  number: 'short',
  minutes: 'short',
  person: 'line',
  people: 'line',
  reference: 'short',
  references: 'line',
  interval: 'short',
};

/** An empty box, as the form will have it. It can be seen and printed; nothing can be typed. */
export function FieldPreview({ field }: { readonly field: FormFieldModel }): ReactElement {
  const box = BOXES[field.kind];
  if (box !== undefined) return <div className={css['box']} data-size={box} aria-hidden="true" />;
  switch (field.kind) {
    case 'choice':
      return <Options labels={field.options.map(({ label }) => label)} mark="○" />;
    case 'choices':
      return <Options labels={field.options.map(({ label }) => label)} mark="☐" />;
    case 'yes-no':
      return <Options labels={['Yes', 'No']} mark="○" />;
    case 'scale':
      return <Options labels={Array.from({ length: 11 }, (_, n) => String(n))} mark="○" />;
    case 'actions':
      return <Lines columns={field.columns.map(({ label }) => label)} name={field.label} />;
    case 'attendance':
      return <Lines columns={['Who', 'There', 'Reason, if not']} name={field.label} />;
    default:
      return <div className={css['signature']} aria-hidden="true" />;
  }
}

function Options({ labels, mark }: { readonly labels: readonly string[]; readonly mark: string }): ReactElement {
  return (
    <ul className={css['options']}>
      {labels.map((label) => (
        <li key={label}>
          <span aria-hidden="true">{mark}</span> {label}
        </li>
      ))}
    </ul>
  );
}

/** A list with more to say than this scrolls by itself on a narrow screen. */
const MOST_COLUMNS = 4;

/** A table with two empty lines. */
function Lines({ columns, name }: { readonly columns: readonly string[]; readonly name: string }): ReactElement {
  const table = (
    <table className={css['lines']}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[1, 2].map((line) => (
          <tr key={line}>
            {columns.map((column) => (
              <td key={column}>{'\u00A0'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (columns.length <= MOST_COLUMNS) return table;
  return (
    <TableFrame label={name} minWidth={columns.length * 90}>
      {table}
    </TableFrame>
  );
}
