import { useId, useRef, useState, type ReactElement } from 'react';
import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { REASON_WORDS, REASONS, type Reason } from '../model/audit-words.ts';
import type { AuditView } from '../model/outputs.ts';
import css from './audits.module.css';

export interface LeftOff {
  readonly id: string;
  readonly label: string;
  readonly because: Reason;
}

interface LeaveOffProps {
  readonly audit: AuditView;
  readonly left: readonly LeftOff[];
  readonly onChange: (left: readonly LeftOff[]) => void;
}

/** Who is left off the list before the draw, each with one reason. It is kept with the draw, for everybody who plans to see. */
export function LeaveOff({ audit, left, onChange }: LeaveOffProps): ReactElement {
  const headId = useId();
  return (
    <section aria-labelledby={headId}>
      <Stack gap="sm">
        <Title order={3} id={headId}>
          Leave somebody off the list
        </Title>
        <Text className="prose" c="dimmed">
          Only where they cannot be audited. Names and reasons are kept with the draw.
        </Text>
        <AddOne audit={audit} left={left} onAdd={(one) => onChange([...left, one])} />
        {left.length > 0 && (
          <ul className={css['plain']} aria-label="Left off the list">
            {left.map(({ id, label, because }) => (
              <li key={id} className={css['person']}>
                <span>
                  {label}: {REASON_WORDS[because].toLowerCase()}
                </span>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`Put ${label} back on the list`}
                  onClick={() => onChange(left.filter((one) => one.id !== id))}
                >
                  Put back
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </section>
  );
}

interface AddOneProps {
  readonly audit: AuditView;
  readonly left: readonly LeftOff[];
  readonly onAdd: (one: LeftOff) => void;
}

function AddOne({ audit, left, onAdd }: AddOneProps): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ readonly id: string; readonly label: string } | null>(null);
  const [because, setBecause] = useState<Reason | null>(null);
  const [asked] = useDebouncedValue(text.trim(), 200);
  const trpc = useTRPC();
  const list = useQuery(
    trpc.audits.previewList.queryOptions(
      {
        about: audit.about,
        teams: audit.teams.map(({ code }) => code),
        text: chosen?.label === asked ? null : asked,
        size: null,
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const found = (list.data?.rows ?? []).filter(({ id }) => !left.some((one) => one.id === id));
  const isThere = chosen === null || found.some(({ id }) => id === chosen.id);
  const data = [
    ...(isThere ? [] : [{ value: chosen.id, label: chosen.label }]),
    ...found.map(({ id, label, team }) => ({ value: id, label: chosen?.id === id ? label : `${label} (${team})` })),
  ];

  function add(): void {
    if (chosen === null || because === null) return;
    onAdd({ ...chosen, because });
    setText('');
    setChosen(null);
    setBecause(null);
    field.current?.focus();
  }

  return (
    <Group gap="sm" align="flex-end">
      <Select
        ref={field}
        label={audit.about === 'child' ? 'Child' : 'Person'}
        placeholder={audit.about === 'child' ? 'Type part of a reference' : 'Type part of a name'}
        w={{ base: '100%', xs: '18rem' }}
        searchable
        openOnFocus={false}
        data={data}
        filter={({ options }) => options}
        value={chosen?.id ?? null}
        searchValue={text}
        onSearchChange={setText}
        nothingFoundMessage={list.isFetching ? 'Searching …' : 'Nothing found on this list.'}
        onChange={(id) => {
          const row = found.find((one) => one.id === id);
          setChosen(row === undefined ? null : { id: row.id, label: row.label });
        }}
      />
      <Select
        label="Reason"
        placeholder="Choose a reason"
        w={{ base: '100%', xs: '14rem' }}
        data={REASONS.map((value) => ({ value, label: REASON_WORDS[value] }))}
        value={because}
        onChange={(value) => setBecause(REASONS.find((one) => one === value) ?? null)}
      />
      <Button variant="default" disabled={chosen === null || because === null} onClick={add}>
        Leave off
      </Button>
    </Group>
  );
}
