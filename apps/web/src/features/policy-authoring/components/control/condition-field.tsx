import { type ReactElement } from 'react';
import { Button, Fieldset, Group, NativeSelect, Select, Stack, Text } from '@mantine/core';
import type { FormControl } from '@plumbline/analytics/policy-form';
import { isRecord, type Data } from '../../model/draft-edits.ts';
import { problemAt } from '../../model/remarks.ts';
import { useSurroundings, withValue, type ControlProps } from './control-context.ts';
import css from './control.module.css';

type ConditionControl = Extract<FormControl, { kind: 'condition' }>;

const SHAPES = [
  { value: 'one', label: 'This holds' },
  { value: 'all', label: 'All of these hold' },
  { value: 'any', label: 'One of these holds' },
  { value: 'not', label: 'This does not hold' },
];

/** When something holds: one thing, several together, one of several, or not. */
export function ConditionField({ path, label, help, value, onChange, isRequired }: ControlProps<ConditionControl>): ReactElement {
  const { remarks, isReadOnly } = useSurroundings();
  const problem = problemAt(remarks, path);
  return (
    <Fieldset legend={label} id={path} disabled={isReadOnly}>
      <Stack gap="xs">
        {help !== null && <Text className={css['help'] ?? ''}>{help}</Text>}
        {value === undefined ? (
          <Group>
            <Text>Always.</Text>
            <Button variant="default" size="xs" onClick={() => onChange('employed')}>
              Only when something holds
            </Button>
          </Group>
        ) : (
          <>
            <Part label={label} value={value} onChange={onChange} />
            {!isRequired && (
              <Group>
                <Button variant="default" size="xs" onClick={() => onChange(undefined)}>
                  Always
                </Button>
              </Group>
            )}
          </>
        )}
        {problem !== null && <Text className={css['problem'] ?? ''}>{problem}</Text>}
      </Stack>
    </Fieldset>
  );
}

interface PartProps {
  readonly label: string;
  readonly value: Data;
  readonly onChange: (value: Data) => void;
}

function Part({ label, value, onChange }: PartProps): ReactElement {
  const { offered } = useSurroundings();
  const { shape, parts } = taken(value);
  const change = (next: readonly Data[]): void => onChange(put(shape, next));
  return (
    <div className={css['condition']}>
      <NativeSelect
        aria-label={`${label}: how`}
        data={SHAPES}
        value={shape}
        onChange={(event) => onChange(put(event.currentTarget.value, parts))}
      />
      {shape === 'one' ? (
        <Select
          aria-label={`${label}: what`}
          className={css['what'] ?? ''}
          searchable
          allowDeselect={false}
          data={withValue(offered('attributes'), typeof value === 'string' ? value : '')}
          value={typeof value === 'string' ? value : null}
          onChange={(chosen) => chosen !== null && onChange(chosen)}
        />
      ) : (
        <Stack gap="xs" className={css['parts'] ?? ''}>
          {parts.map((part, i) => (
            // Parts have nothing that tells them apart but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <Group key={i} gap="xs" align="flex-start">
              <div className={css['grow']}>
                <Part label={`${label}, part ${i + 1}`} value={part} onChange={(next) => change(parts.with(i, next))} />
              </div>
              {shape !== 'not' && parts.length > 1 && (
                <Button
                  variant="subtle"
                  size="xs"
                  aria-label={`Take away part ${i + 1}`}
                  onClick={() => change(parts.toSpliced(i, 1))}
                >
                  Take away
                </Button>
              )}
            </Group>
          ))}
          {shape !== 'not' && (
            <Group>
              <Button variant="default" size="xs" onClick={() => change([...parts, 'employed'])}>
                Add another
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </div>
  );
}

function taken(value: Data): { readonly shape: string; readonly parts: readonly Data[] } {
  if (!isRecord(value)) return { shape: 'one', parts: [value] };
  const [shape = 'all', inside = []] = Object.entries(value)[0] ?? [];
  return { shape, parts: Array.isArray(inside) ? (inside as readonly Data[]) : [inside as Data] };
}

function put(shape: string, parts: readonly Data[]): Data {
  const first = parts[0] ?? 'employed';
  if (shape === 'one') return typeof first === 'string' ? first : 'employed';
  return shape === 'not' ? { not: first } : { [shape]: parts.length === 0 ? [first] : parts };
}
