import { type ReactElement, type ReactNode } from 'react';
import { Table } from '@mantine/core';

interface WideTableProps {
  /** What the table is about, for whoever scrolls it by keyboard or hears it. */
  readonly label: string;
  readonly minWidth: number;
  readonly children: ReactNode;
}

/** Room for a table that scrolls sideways on narrow screens, by keyboard too. */
export function WideTable({ label, minWidth, children }: WideTableProps): ReactElement {
  return (
    <Table.ScrollContainer minWidth={minWidth} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': label } }}>
      {children}
    </Table.ScrollContainer>
  );
}
