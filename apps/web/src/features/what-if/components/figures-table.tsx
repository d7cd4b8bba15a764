import { type ReactElement } from 'react';
import { Table } from '@mantine/core';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import { figureRows, type Figure, type FigureRow, type WorkedOut } from '../model/figures.ts';
import css from './what-if.module.css';

/** Opens the list of who would have been late under one of the options. */
export type OpenLate = (option: number, kind: 'person' | 'child', team: string | null) => void;

interface FiguresTableProps {
  readonly view: WorkedOut;
  readonly onOpen: OpenLate;
}

/** The sets of rules side by side, measure by measure. */
export function FiguresTable({ view, onOpen }: FiguresTableProps): ReactElement {
  const rows = figureRows(view);
  return (
    <TableFrame label="The rules side by side" minWidth={190 + view.options.length * 110} className={css['frame']}>
      <Table verticalSpacing="sm" className={css['table'] ?? ''}>
        <caption className={css['hidden']}>The rules side by side, for the whole council</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={`${css['measure']} ${css['head']}`}>
              The whole council
            </Table.Th>
            {view.options.map(({ name }) => (
              <Table.Th key={name} scope="col" className={`${css['number']} ${css['head']}`}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Group view={view} onOpen={onOpen} title="Supervision of people" rows={rows.filter(({ about }) => about === 'person')} />
        <Group view={view} onOpen={onOpen} title="Discussions of children" rows={rows.filter(({ about }) => about === 'child')} />
      </Table>
    </TableFrame>
  );
}

interface GroupProps extends FiguresTableProps {
  readonly title: string;
  readonly rows: readonly FigureRow[];
}

function Group({ view, onOpen, title, rows }: GroupProps): ReactElement {
  return (
    <Table.Tbody>
      <Table.Tr>
        <Table.Th scope="rowgroup" colSpan={view.options.length + 1} className={css['group'] ?? ''}>
          {title}
        </Table.Th>
      </Table.Tr>
      {rows.map(({ measure, label, help, figures }) => (
        <Table.Tr key={measure}>
          <Table.Th scope="row" className={css['measure'] ?? ''}>
            {label}
            {help !== null && <span className={css['help']}>{help}</span>}
          </Table.Th>
          {figures.map((figure, i) => (
            <Table.Td key={view.options[i]?.name ?? i} className={css['number'] ?? ''}>
              <FigureCell
                figure={figure}
                what={`${label}, ${view.options[i]?.name ?? ''}`}
                onOpen={(kind) => onOpen(i, kind, null)}
              />
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </Table.Tbody>
  );
}

interface FigureCellProps {
  readonly figure: Figure;
  readonly what: string;
  readonly onOpen: (kind: 'person' | 'child') => void;
}

/** A figure, how far it is from the policy in force, and the way to the people behind it. */
export function FigureCell({ figure: { text, difference, opens }, what, onOpen }: FigureCellProps): ReactElement {
  return (
    <>
      {opens === null ? (
        <span className={css['value']}>{text}</span>
      ) : (
        <button type="button" className={css['opens']} aria-label={`${text}. ${what}: see who`} onClick={() => onOpen(opens)}>
          {text}
        </button>
      )}
      {difference !== null && <span className={css['difference']}>{difference}</span>}
    </>
  );
}
