import { useState, type ReactElement, type ReactNode } from 'react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../app/api/trpc.ts';

interface SubjectPickerProps {
  readonly id: string;
  readonly kind: 'person' | 'child';
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** The chosen id, '' where nothing is chosen, and what it is called. */
  readonly value: string;
  readonly calledAs: string | undefined;
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (id: string, calledAs: string) => void;
}

/** A person by name or a child by reference number: type a part, choose from what is found. */
export function SubjectPicker({
  id,
  kind,
  label,
  help,
  value,
  calledAs,
  error,
  isRequired = false,
  isDisabled = false,
  onChange,
}: SubjectPickerProps): ReactElement {
  const [text, setText] = useState(calledAs ?? '');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const trpc = useTRPC();
  const isAsking = asked.length >= 2 && asked !== calledAs;
  const found = useQuery(
    trpc.search.find.queryOptions({ text: asked }, { enabled: isAsking, placeholderData: keepPreviousData }),
  );
  const options = (isAsking ? (found.data?.subjects ?? []) : [])
    .filter((subject) => subject.kind === kind)
    .map((subject) => ({
      value: subject.id,
      label: subject.team === null ? subject.label : `${subject.label} (${subject.team})`,
      name: subject.label,
    }));
  const chosen =
    value !== '' && !options.some((option) => option.value === value)
      ? [{ value, label: calledAs ?? value, name: calledAs ?? value }]
      : [];
  return (
    <Select
      id={id}
      label={label}
      description={help}
      placeholder={kind === 'person' ? 'Type part of a name' : 'Type part of a reference number'}
      maw="28rem"
      searchable
      clearable={!isRequired}
      disabled={isDisabled}
      data={[...chosen, ...options]}
      filter={({ options: all }) => all}
      value={value === '' ? null : value}
      searchValue={text}
      onSearchChange={setText}
      error={error}
      nothingFoundMessage={nothingWords(text, found.isFetching, found.isError)}
      clearButtonProps={{ 'aria-label': 'Clear' }}
      onChange={(next) =>
        onChange(next ?? '', options.find((option) => option.value === next)?.name ?? (next === value ? (calledAs ?? '') : ''))
      }
    />
  );
}

function nothingWords(text: string, isFetching: boolean, isError: boolean): string {
  if (text.trim().length < 2) return 'Type at least two letters or digits.';
  if (isFetching) return 'Searching…';
  return isError ? 'The search did not answer. Try again in a moment.' : 'Nobody found that you may see.';
}
