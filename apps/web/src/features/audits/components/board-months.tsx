import { type ReactElement } from 'react';
import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/audits/board');

export type BoardMonths = 3 | 6 | 12;

const CHOICES: readonly BoardMonths[] = [3, 6, 12];

/** How many whole months the address asks for; twelve where it says nothing that there is. */
export function useBoardMonths(): BoardMonths {
  const { months } = route.useSearch();
  return CHOICES.find((one) => one === months) ?? 12;
}

/** Chooses the period; it stands in the address, so that it can be sent and gone back to. */
export function MonthsSwitch({ months }: { readonly months: BoardMonths }): ReactElement {
  const navigate = route.useNavigate();
  const choose = (value: string): void => {
    void navigate({ search: { months: Number(value) }, resetScroll: false });
  };
  return (
    <SegmentedControl
      className="no-print"
      aria-label="Period"
      value={String(months)}
      onChange={choose}
      data={CHOICES.map((one) => ({ value: String(one), label: `${one} months` }))}
    />
  );
}
