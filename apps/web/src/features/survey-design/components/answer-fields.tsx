import { type ReactElement } from 'react';
import { Button, Checkbox, Group, NumberInput, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { SCALES, type Item, type Option, type ScaleName } from '@plumbline/domain/surveys';
import { withOption } from '../model/edit-form.ts';
import { SCALE_WORDS } from '../model/item-words.ts';
import css from './design.module.css';
import type { ItemFieldsProps } from './item-editor.tsx';

/** What can be answered: the scale, the choices, the bounds. */
export function AnswerFields({ item, onChange }: ItemFieldsProps): ReactElement | null {
  switch (item.kind) {
    case 'scale':
      return <ScaleField scale={item.scale} onChange={(scale) => onChange((before) => ({ ...before, scale }) as Item)} />;
    case 'single':
    case 'multiple':
      return <Options item={item} onChange={onChange} />;
    case 'ranking':
      return (
        <Stack gap="md">
          <Options item={item} onChange={onChange} />
          <NumberInput
            label="How many they may choose and put in order"
            min={2}
            max={5}
            allowDecimal={false}
            maw="18rem"
            value={item.most}
            onChange={(most) => typeof most === 'number' && onChange((before) => ({ ...before, most }) as Item)}
          />
        </Stack>
      );
    case 'grid':
      return <GridNote item={item} />;
    case 'number':
      return <Bounds item={item} onChange={onChange} />;
    case 'text':
      return (
        <NumberInput
          label="Room for how many characters"
          min={50}
          max={4000}
          step={100}
          allowDecimal={false}
          maw="18rem"
          value={item.longest}
          onChange={(longest) =>
            typeof longest === 'number' && longest >= 50 && onChange((before) => ({ ...before, longest }) as Item)
          }
        />
      );
    case 'policy-fact':
      return null;
  }
}

function ScaleField({
  scale,
  onChange,
}: {
  readonly scale: ScaleName;
  readonly onChange: (scale: ScaleName) => void;
}): ReactElement {
  const { points, notScored } = SCALES[scale];
  return (
    <div>
      <NativeSelect
        label="Scale"
        data={Object.entries(SCALE_WORDS).map(([value, label]) => ({ value, label }))}
        value={scale}
        maw="28rem"
        onChange={(event) => onChange(event.currentTarget.value as ScaleName)}
      />
      <Text size="sm" c="dimmed" mt={4}>
        {points.join(' · ')}, and apart: {notScored}
      </Text>
    </div>
  );
}

type WithOptions = Extract<Item, { kind: 'single' | 'multiple' | 'ranking' }>;

function Options({ item, onChange }: { readonly item: WithOptions } & Pick<ItemFieldsProps, 'onChange'>): ReactElement {
  const set = (options: readonly Option[]): void => onChange((before) => ({ ...before, options: [...options] }) as Item);
  const change = (at: number, part: Partial<Option>): void =>
    set(item.options.map((option, place) => (place === at ? { ...option, ...part } : option)));
  const fewest = item.kind === 'ranking' ? 3 : 2;
  return (
    <fieldset className={css['fields']}>
      <legend>Answers, from bad to good where they have an order</legend>
      <Stack gap="xs">
        {item.options.map((option, at) => (
          <Group key={option.id} gap="sm" align="center" wrap="wrap">
            <TextInput
              aria-label={`Answer ${at + 1}`}
              className={css['grow'] ?? ''}
              maxLength={200}
              value={option.text}
              error={option.text.trim() === '' ? 'Write the answer.' : undefined}
              onChange={(event) => change(at, { text: event.currentTarget.value })}
            />
            {item.kind === 'single' && <ScoreField at={at} score={option.score} onChange={(score) => change(at, { score })} />}
            {item.kind === 'multiple' && (
              <Checkbox
                label="Takes the others away"
                checked={option.isAlone}
                onChange={(event) => change(at, { isAlone: event.currentTarget.checked })}
              />
            )}
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`Take answer ${at + 1} out`}
              disabled={item.options.length <= fewest}
              onClick={() => set(item.options.filter((_, place) => place !== at))}
            >
              ✕
            </Button>
          </Group>
        ))}
        <div>
          <Button
            size="compact-sm"
            variant="default"
            disabled={item.options.length >= 20}
            onClick={() => set(withOption(item.options))}
          >
            Add an answer
          </Button>
        </div>
      </Stack>
    </fieldset>
  );
}

const SCORES = [
  { value: '', label: 'Not scored' },
  ...['1 (worst)', '2', '3', '4', '5 (best)'].map((label, at) => ({ value: String(at + 1), label })),
];

interface ScoreFieldProps {
  readonly at: number;
  readonly score: number | null;
  readonly onChange: (score: number | null) => void;
}

function ScoreField({ at, score, onChange }: ScoreFieldProps): ReactElement {
  return (
    <NativeSelect
      aria-label={`Where answer ${at + 1} stands on the scale`}
      data={SCORES}
      value={score === null ? '' : String(score)}
      w="9rem"
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
    />
  );
}

function GridNote({ item }: { readonly item: Extract<Item, { kind: 'grid' }> }): ReactElement {
  return (
    <Text>
      {item.rowsFrom === null ? 'Asked for each of these:' : 'Asked for each that was chosen before, out of these:'}{' '}
      {item.rows.map(({ text }) => text).join('; ')}.
    </Text>
  );
}

type NumberItem = Extract<Item, { kind: 'number' }>;

function Bounds({ item, onChange }: { readonly item: NumberItem } & Pick<ItemFieldsProps, 'onChange'>): ReactElement {
  const change = (part: Partial<NumberItem>): void => onChange((before) => ({ ...before, ...part }) as Item);
  return (
    <Stack gap="xs">
      <Group gap="md" align="flex-end">
        <NumberInput
          label="Least"
          w="7rem"
          allowDecimal={false}
          value={item.least}
          onChange={(least) => typeof least === 'number' && change({ least })}
        />
        <NumberInput
          label="Most"
          w="7rem"
          allowDecimal={false}
          value={item.most}
          onChange={(most) => typeof most === 'number' && change({ most })}
        />
        <TextInput
          label="Of what"
          w="12rem"
          maxLength={40}
          value={item.unit}
          onChange={(event) => change({ unit: event.currentTarget.value })}
        />
      </Group>
      {item.bands !== null && (
        <Text size="sm" c="dimmed">
          Asked in bands:{' '}
          {item.bands
            .map(([from, to]) => (to === null ? `${from} or more` : from === to ? String(from) : `${from} to ${to}`))
            .join(', ')}
          .
        </Text>
      )}
    </Stack>
  );
}
