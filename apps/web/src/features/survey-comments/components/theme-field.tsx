import { useState, type ReactElement } from 'react';
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import type { ScreeningView } from '@plumbline/analytics/survey-results';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { useScreening } from './use-screening.ts';

interface ThemeFieldProps {
  readonly view: ScreeningView;
  readonly item: string;
  readonly id: string;
  readonly value: string | null;
  readonly onChange: (themeId: string | null) => void;
}

/** What a comment is about: one of the question's themes, or a new one. Themes with fewer than three join "other" by themselves. */
export function ThemeField({ view, item, id, value, onChange }: ThemeFieldProps): ReactElement {
  const { saveTheme } = useScreening(view.round.id);
  const [label, setLabel] = useState('');
  const [isAdding, setAdding] = useState(false);
  const themes = view.themes.filter((theme) => theme.item === item);

  function add(): void {
    if (label.trim().length < 2) return;
    saveTheme.mutate(
      { roundId: view.round.id, themeId: null, item, label: label.trim(), idempotencyKey: newIdempotencyKey() },
      {
        onSuccess: ({ themeId }) => {
          onChange(themeId);
          setLabel('');
          setAdding(false);
        },
      },
    );
  }

  return (
    <Group align="flex-end" gap="sm">
      <NativeSelect
        id={`${id}-theme`}
        label="Theme"
        value={value ?? ''}
        data={[{ value: '', label: 'None of these' }, ...themes.map((theme) => ({ value: theme.id, label: theme.label }))]}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      />
      {isAdding ? (
        <>
          <TextInput
            id={`${id}-new-theme`}
            label="Name of the new theme"
            value={label}
            maxLength={80}
            error={saveTheme.isError ? 'This theme is there already.' : null}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <Button variant="default" loading={saveTheme.isPending} onClick={add}>
            Add theme
          </Button>
        </>
      ) : (
        <Button variant="subtle" onClick={() => setAdding(true)}>
          New theme
        </Button>
      )}
    </Group>
  );
}
