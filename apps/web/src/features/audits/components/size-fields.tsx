import { type ReactElement } from 'react';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { AuditedKind } from '@plumbline/domain/audits';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { Problem } from '../../../app/states/problem.tsx';
import { countedInWords, pointsInWords } from '../model/audit-words.ts';
import type { ListPreview } from '../model/outputs.ts';
import { usualReserves } from '../model/plan-defaults.ts';
import { wholeNumber, type PlanDraft } from '../model/read-plan.ts';
import css from './audits.module.css';

interface SizeFieldsProps {
  readonly about: AuditedKind;
  readonly typed: PlanDraft;
  readonly field: (entry: string) => { readonly id: string; readonly error: string | undefined };
  readonly onChange: (part: Partial<PlanDraft>) => void;
}

/** How many to draw and to hold in reserve, with the list of today and what each size gives. */
export function SizeFields({ about, typed, field, onChange }: SizeFieldsProps): ReactElement {
  const trpc = useTRPC();
  const size = wholeNumber(typed.size);
  const [asked] = useDebouncedValue(size, 250);
  const teams = typed.isAllTeams ? [] : typed.teams.map(({ code }) => code);
  const isReady = typed.isAllTeams || teams.length > 0;
  const list = useQuery(
    trpc.audits.previewList.queryOptions(
      { about, teams, text: null, size: asked === null || asked < 1 || asked > 2000 ? null : asked },
      { placeholderData: keepPreviousData, enabled: isReady },
    ),
  );
  return (
    <Stack gap="md">
      <div aria-live="polite" aria-busy={list.isFetching}>
        {list.isError && <Problem error={list.error} what="The list could not be loaded" onRetry={() => void list.refetch()} />}
        {!isReady && <Text c="dimmed">Choose a team, and it says here how many are on the list.</Text>}
        {list.isPending && isReady && <Text c="dimmed">Counting the list …</Text>}
        {list.data !== undefined && isReady && (
          <Sizes list={list.data} about={about} onChoose={(chosen) => onChange({ size: String(chosen) })} />
        )}
      </div>
      <TextInput
        {...field('size')}
        label="How many to draw"
        inputMode="numeric"
        autoComplete="off"
        styles={{ wrapper: { width: '8rem' } }}
        value={typed.size}
        onChange={(event) => onChange({ size: event.currentTarget.value })}
      />
      {list.data !== undefined && size !== null && size > 0 && isReady && (
        <Text className="prose" aria-live="polite">
          {asked === size && !list.isPlaceholderData ? givesInWords(size, list.data, about) : 'Working it out …'}
        </Text>
      )}
      <TextInput
        {...field('reserves')}
        label="In reserve"
        description="Drawn with the others, and called up in their order when a file cannot be audited. Usually a fifth."
        inputMode="numeric"
        autoComplete="off"
        maw="28rem"
        styles={{ wrapper: { width: '8rem' } }}
        value={typed.reserves ?? (size === null ? '' : String(usualReserves(size)))}
        onChange={(event) => onChange({ reserves: event.currentTarget.value })}
      />
    </Stack>
  );
}

/** The sizes worth choosing, from the smallest; of a short list several come to all of it, and stand once. */
function sizesOf({ sizes }: ListPreview): ListPreview['sizes'] {
  const fromSmallest = sizes.toSorted((a, b) => a.size - b.size);
  return fromSmallest.filter(({ size }, at) => size !== fromSmallest[at - 1]?.size);
}

/** A margin, with what it is good for. */
function forInWords(margin: number): string {
  const points = pointsInWords(margin);
  if (margin === 0.1) return `${points}: enough for most questions`;
  return margin === 0.05 ? `${points}: for a figure that will be compared` : points;
}

interface SizesProps {
  readonly list: ListPreview;
  readonly about: AuditedKind;
  readonly onChoose: (size: number) => void;
}

function Sizes({ list, about, onChoose }: SizesProps): ReactElement {
  if (list.total === 0)
    return (
      <Text className="prose">
        Nothing is on the list today: choose other teams, or look at the records under “From which day”.
      </Text>
    );
  return (
    <Stack gap="xs">
      <Text>
        {countedInWords(list.total, about)} {list.total === 1 ? 'is' : 'are'} on the list today.
      </Text>
      <ul className={`${css['plain']} ${css['sizes']}`}>
        {sizesOf(list).map(({ margin, size }) => (
          <li key={size}>
            <Button variant="default" size="compact-md" miw="5.5rem" onClick={() => onChoose(size)}>
              Draw {size}
            </Button>
            <span>{size === list.total ? 'to audit all of them' : `to know a share to within ${forInWords(margin)}`}</span>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

/** What a size gives, in one sentence. */
function givesInWords(size: number, { total, margin }: ListPreview, about: AuditedKind): string {
  if (size > total) return `There are only ${countedInWords(total, about)} on the list: all of them are audited.`;
  if (size === total) return 'All on the list are audited, so nothing is left to chance.';
  if (margin === null) return `${countedInWords(size, about)} of ${total} are drawn.`;
  return `Of ${countedInWords(total, about)} on the list, ${size} give a share to within ${pointsInWords(margin)}, nineteen times in twenty.`;
}
