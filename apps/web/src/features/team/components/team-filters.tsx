import { useEffect, useState, type ReactElement } from 'react';
import { SegmentedControl, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import css from './team-filters.module.css';

const route = getRouteApi('/team');

interface TeamFiltersProps {
  readonly counts: { readonly all: number; readonly overdue: number; readonly week: number };
  readonly shown: number;
}

/** What to show, kept in the address bar so that a view can be kept and sent. */
export function TeamFilters({ counts, shown }: TeamFiltersProps): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <search className={`${css['filters']} no-print`} aria-label="Filter the team">
      <SegmentedControl
        className={css['show'] ?? ''}
        aria-label="What to show"
        value={search.show ?? 'all'}
        onChange={(show) =>
          void navigate({
            search: (previous) => ({ ...previous, show: show === 'all' ? undefined : (show as 'overdue' | 'week') }),
            replace: true,
          })
        }
        data={[
          { value: 'all', label: `All (${counts.all})` },
          { value: 'overdue', label: `Overdue (${counts.overdue})` },
          { value: 'week', label: `Due this week (${counts.week})` },
        ]}
      />
      <FindField />
      <SegmentedControl
        aria-label="How to show it"
        value={search.as ?? 'lanes'}
        onChange={(as) =>
          void navigate({ search: (previous) => ({ ...previous, as: as === 'table' ? 'table' : undefined }), replace: true })
        }
        data={[
          { value: 'lanes', label: 'Lanes' },
          { value: 'table', label: 'Table' },
        ]}
      />
      <VisuallyHidden component="output">{shown === 1 ? '1 person shown' : `${shown} people shown`}</VisuallyHidden>
    </search>
  );
}

function FindField(): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [text, setText] = useState(search.find ?? '');
  const [settled] = useDebouncedValue(text, 200);
  // The address bar is outside React: it follows the field once typing pauses.
  useEffect(() => {
    void navigate({
      search: (previous) => ({ ...previous, find: settled.trim() === '' ? undefined : settled.trim() }),
      replace: true,
    });
  }, [settled, navigate]);
  return (
    <TextInput
      className={css['find'] ?? ''}
      type="search"
      aria-label="Find a person or a child’s reference"
      placeholder="Name or child’s reference"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}
