import { type ReactElement } from 'react';
import { DataList } from '@mantine/core';
import type { FactRow } from '@plumbline/analytics/compliance';
import { fieldsOf } from '../../../parts/fact/fields-of.ts';
import { valueInWords } from '../../../parts/fact/value-words.ts';

/** Everything that one fact says, field by field; what was not given is left out. */
export function FactValues({ row }: { readonly row: FactRow }): ReactElement {
  const given = fieldsOf(row.kind).filter((field) => (row.values[field.name] ?? null) !== null);
  return (
    <DataList>
      {given.map((field) => (
        <DataList.Item key={field.name}>
          <DataList.ItemLabel>{field.label}</DataList.ItemLabel>
          <DataList.ItemValue>{valueInWords(field, row.values[field.name], row.labels)}</DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  );
}
