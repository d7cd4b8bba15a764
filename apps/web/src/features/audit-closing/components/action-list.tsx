import { Fragment, type ReactElement } from 'react';
import { Table } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ActionRow } from '../model/outputs.ts';
import { ActionDue, ActionOwner, ActionState, ActionSteps, ActionWords } from './action-parts.tsx';
import { StepForm } from './step-form.tsx';
import type { StepControl } from './use-step.ts';
import css from './actions.module.css';

interface ActionListProps {
  readonly actions: readonly ActionRow[];
  readonly label: string;
  /** Left out where actions are only read. */
  readonly control?: StepControl;
}

/** Actions as a table at a desk, and as cards on a phone: one of the two, so that what is typed has one place. */
export function ActionList(props: ActionListProps): ReactElement {
  const isWide = useMediaQuery('(min-width: 62em), print', undefined, { getInitialValueInEffect: false });
  return isWide ? <WideTable {...props} /> : <Cards {...props} />;
}

function WideTable({ actions, label, control }: ActionListProps): ReactElement {
  const hasSteps = control !== undefined && actions.some(({ may }) => may.length > 0);
  return (
    <Table verticalSpacing="sm" className={css['table'] ?? ''} aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">What was agreed</Table.Th>
          <Table.Th scope="col">Who</Table.Th>
          <Table.Th scope="col">By when</Table.Th>
          <Table.Th scope="col">How it stands</Table.Th>
          {hasSteps && (
            <Table.Th scope="col" className="no-print">
              What you can do
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {actions.map((action) => (
          <Fragment key={action.id}>
            <Table.Tr>
              <Table.Th scope="row" fw={400}>
                <ActionWords action={action} />
              </Table.Th>
              <Table.Td>
                <ActionOwner action={action} />
              </Table.Td>
              <Table.Td>
                <ActionDue action={action} />
              </Table.Td>
              <Table.Td>
                <ActionState action={action} />
              </Table.Td>
              {hasSteps && (
                <Table.Td className="no-print">
                  <ActionSteps action={action} control={control} />
                </Table.Td>
              )}
            </Table.Tr>
            {control?.step?.actionId === action.id && (
              <Table.Tr>
                <Table.Td colSpan={5} className={css['formCell'] ?? ''}>
                  <StepForm key={control.step.event} action={action} step={control.step} control={control} />
                </Table.Td>
              </Table.Tr>
            )}
          </Fragment>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Cards({ actions, label, control }: ActionListProps): ReactElement {
  return (
    <ul className={css['cards']} aria-label={label}>
      {actions.map((action) => (
        <li key={action.id} className={css['card']}>
          <ActionState action={action} />
          <ActionWords action={action} />
          <dl className={css['facts']}>
            <dt>Who</dt>
            <dd>
              <ActionOwner action={action} />
            </dd>
            <dt>By when</dt>
            <dd>
              <ActionDue action={action} />
            </dd>
          </dl>
          {control !== undefined && <ActionSteps action={action} control={control} />}
          {control?.step?.actionId === action.id && (
            <StepForm key={control.step.event} action={action} step={control.step} control={control} />
          )}
        </li>
      ))}
    </ul>
  );
}
