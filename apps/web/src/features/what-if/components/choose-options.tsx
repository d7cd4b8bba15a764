import { type ReactElement } from 'react';
import { Select } from '@mantine/core';
import type { PolicyVersionsView } from '@plumbline/analytics/compliance';
import { choicesOf } from '../model/option-words.ts';
import css from './what-if.module.css';

type Place = 'a' | 'b' | 'c';

interface ChooseOptionsProps {
  readonly policies: PolicyVersionsView;
  readonly chosen: Readonly<Record<Place, string | undefined>>;
  readonly onChoose: (place: Place, word: string | undefined) => void;
}

const LABELS: Readonly<Record<Place, string>> = { a: 'First', b: 'Beside it', c: 'And beside these' };

/** Up to three sets of rules, side by side. */
export function ChooseOptions({ policies, chosen, onChoose }: ChooseOptionsProps): ReactElement {
  const choices = choicesOf(policies);
  return (
    <fieldset className={`${css['choose']} no-print`}>
      <legend>Which rules</legend>
      {(['a', 'b', 'c'] as const).map((place) => {
        const others = new Set(Object.entries(chosen).flatMap(([other, word]) => (other === place ? [] : [word])));
        return (
          <Select
            key={place}
            label={LABELS[place]}
            placeholder="None"
            data={choices.map(({ group, items }) => ({
              group,
              items: items.map((item) => ({ ...item, disabled: others.has(item.value) })),
            }))}
            value={chosen[place] ?? null}
            clearable={place !== 'a'}
            searchable
            nothingFoundMessage="No policy of that name"
            clearButtonProps={{ 'aria-label': `Take away: ${LABELS[place]}` }}
            onChange={(word) => onChoose(place, word ?? undefined)}
          />
        );
      })}
    </fieldset>
  );
}
