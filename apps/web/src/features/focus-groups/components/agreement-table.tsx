import { type ReactElement } from 'react';
import { Table, Text, Title } from '@mantine/core';
import { LEAST_KAPPA, type CoderAgreement } from '@plumbline/analytics/focus-groups';
import { TableFrame } from '../../../parts/table/table-frame.tsx';

/** How far two coders agree, code by code: kappa never without raw agreement beside it. */
export function AgreementTable({ agreement }: { readonly agreement: CoderAgreement }): ReactElement {
  return (
    <section aria-labelledby="agreement">
      <Title order={2} id="agreement" mb="xs">
        Agreement of the two coders
      </Title>
      <Text className="prose" c="dimmed" mb="sm">
        {agreement.doubleCoded} of {agreement.extracts} extracts were coded by two people
        {agreement.extracts > 0 && ` (${Math.round(agreement.share * 100)} %; at least 20 % are wanted)`}. A code below{' '}
        {LEAST_KAPPA} is said anew in the codebook rather than averaged away. With few extracts, kappa says little.
      </Text>
      {agreement.codes.length > 0 && (
        <TableFrame label="Agreement by code" minWidth={560}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Code</Table.Th>
                <Table.Th scope="col" ta="right">
                  First
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  Second
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  Both
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  Agree
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  Kappa
                </Table.Th>
                <Table.Th scope="col">Reading</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {agreement.codes.map(({ code, name, first, second, both, agreement: found, needsRedefining }) => (
                <Table.Tr key={code}>
                  <Table.Th scope="row">
                    {code} {name}
                  </Table.Th>
                  <Table.Td ta="right">{first}</Table.Td>
                  <Table.Td ta="right">{second}</Table.Td>
                  <Table.Td ta="right">{both}</Table.Td>
                  <Table.Td ta="right">{Math.round(found.observed * 100)} %</Table.Td>
                  <Table.Td ta="right">{found.kappa === null ? '—' : found.kappa.toFixed(2)}</Table.Td>
                  <Table.Td>{needsRedefining ? '▲ say it anew' : found.kappa === null ? '? cannot be told' : '✓'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableFrame>
      )}
    </section>
  );
}
