import { type ReactElement, type ReactNode } from 'react';
import { Title } from '@mantine/core';
import type { TableTwin } from '@plumbline/analytics/prepare';
import { TwinTable } from '../../../parts/table/twin-table.tsx';
import css from './board-figures.module.css';

interface BoardSectionProps {
  /** What links at the top of the page lead to. */
  readonly id: string;
  readonly title: string;
  /** What the figures say, before the figures. */
  readonly sentence: string;
  readonly children?: ReactNode;
  /** The same as a table, where there is anything in it. */
  readonly table?: TableTwin;
}

/** A part of the board: its sentence first, then what is drawn, then the table that says the same. */
export function BoardSection({ id, title, sentence, children, table }: BoardSectionProps): ReactElement {
  return (
    <section aria-labelledby={id} className={css['section']}>
      <Title order={2} id={id} mb="xs">
        {title}
      </Title>
      <p className={css['sentence']}>{sentence}</p>
      {children}
      {table !== undefined && table.rows.length > 0 && <TwinTable twin={table} />}
    </section>
  );
}
