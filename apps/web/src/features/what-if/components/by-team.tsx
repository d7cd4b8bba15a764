import { type ReactElement } from 'react';
import { NativeSelect, Table } from '@mantine/core';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import { MEASURES, teamRows, type MeasureName, type WorkedOut } from '../model/figures.ts';
import { FigureCell, type OpenLate } from './figures-table.tsx';
import css from './what-if.module.css';

interface ByTeamProps {
  readonly view: WorkedOut;
  readonly measure: MeasureName;
  readonly onMeasure: (measure: MeasureName) => void;
  readonly onOpen: OpenLate;
}

/** One measure, team by team. */
export function ByTeam({ view, measure, onMeasure, onOpen }: ByTeamProps): ReactElement {
  const rows = teamRows(view, measure);
  const label = MEASURES.find(({ name }) => name === measure)?.label ?? '';
  return (
    <section aria-labelledby="by-team">
      <h2 id="by-team">Team by team</h2>
      <NativeSelect
        className="no-print"
        label="Show"
        maw="26rem"
        mb="md"
        data={MEASURES.map((one) => ({ value: one.name, label: one.label }))}
        value={measure}
        onChange={(event) => onMeasure(event.currentTarget.value as MeasureName)}
      />
      <p className={css['sentence']}>
        Each supervision and discussion stands with the team that answered on the day on which it fell due.
      </p>
      {rows.length === 0 ? (
        <p>Nothing to show for any team.</p>
      ) : (
        <TableFrame label={`${label}, team by team`} minWidth={190 + view.options.length * 110} className={css['frame']}>
          <Table verticalSpacing="xs" className={css['table'] ?? ''}>
            <caption className={css['hidden']}>{label}, team by team</caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col" className={`${css['measure']} ${css['head']}`}>
                  {label}
                </Table.Th>
                {view.options.map(({ name }) => (
                  <Table.Th key={name} scope="col" className={`${css['number']} ${css['head']}`}>
                    {name}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ team, name, figures }) => (
                <Table.Tr key={team}>
                  <Table.Th scope="row" className={css['measure'] ?? ''}>
                    {name}
                  </Table.Th>
                  {figures.map((figure, i) => (
                    <Table.Td key={view.options[i]?.name ?? i} className={css['number'] ?? ''}>
                      <FigureCell
                        figure={figure}
                        what={`${name}, ${view.options[i]?.name ?? ''}`}
                        onOpen={(kind) => onOpen(i, kind, team)}
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableFrame>
      )}
    </section>
  );
}
