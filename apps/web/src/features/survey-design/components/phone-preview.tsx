import { useMemo, useState, type ReactElement } from 'react';
import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import {
  askedItems,
  pulseOf,
  ROLE_FAMILIES,
  ROUTE_QUESTION,
  shownItems,
  type AnswerValue,
  type AskedItem,
  type Instrument,
  type RoleFamily,
  type SupervisionRoute,
} from '@plumbline/domain/surveys';
import { GroupView } from '../../../respond/form/item-view.tsx';
import { Choices, Question } from '../../../respond/form/question.tsx';
import { PhoneFrame } from './phone-frame.tsx';

/** What stands before the first question. */
const START = 'start';

interface PhonePreviewProps {
  readonly form: Instrument;
  /** The question that is being worked on; shown where it is asked. */
  readonly itemId: string | null;
}

/** The form as somebody answers it on a phone: one question at a time, with answers that can be tried and are kept nowhere. */
export function PhonePreview({ form, itemId }: PhonePreviewProps): ReactElement {
  const [route, setRoute] = useState<SupervisionRoute>('receives');
  const [family, setFamily] = useState<RoleFamily>('social-worker');
  const [values, setValues] = useState<Readonly<Record<string, AnswerValue>>>({});
  const [stepped, setStepped] = useState<{ readonly for: string | null; readonly key: string } | null>(null);
  const [isPulse, setIsPulse] = useState(false);
  const asked = useMemo(() => askedItems(isPulse ? pulseOf(form) : form, route, family), [form, isPulse, route, family]);
  const shown = shownItems(asked, values);
  const key = stepped !== null && stepped.for === itemId ? stepped.key : null;
  const opened = asked.find(({ item }) => item.id === itemId);
  const isAtStart = key === START || (key === null && opened === undefined && itemId === null);
  const current = isAtStart ? undefined : (shown.find((entry) => entry.key === key) ?? opened ?? shown[0]);
  const at = current === undefined ? -1 : shown.findIndex((entry) => entry.key === current.key);

  function step(to: AskedItem | undefined): void {
    setStepped({ for: itemId, key: to?.key ?? START });
  }
  function answer(answered: string, value: AnswerValue | null): void {
    const others = Object.entries(values).filter(([other]) => other !== answered);
    setValues(Object.fromEntries(value === null ? others : [...others, [answered, value]]));
  }

  const isElsewhere = itemId !== null && !asked.some(({ item }) => item.id === itemId);
  return (
    <Stack gap="sm">
      <Group gap="sm" grow align="flex-end">
        <NativeSelect
          label="Seen by somebody who says"
          data={ROUTE_QUESTION.options.map(({ id, text }) => ({ value: id, label: text }))}
          value={route}
          onChange={(event) => setRoute(event.currentTarget.value as SupervisionRoute)}
        />
        <NativeSelect
          label="From the group"
          data={Object.entries(ROLE_FAMILIES).map(([value, label]) => ({ value, label }))}
          value={family}
          onChange={(event) => setFamily(event.currentTarget.value as RoleFamily)}
        />
      </Group>
      <Checkbox
        label="Only what the pulse takes"
        checked={isPulse}
        onChange={(event) => setIsPulse(event.currentTarget.checked)}
      />
      {isElsewhere && <Text size="sm">The question that you have open is not asked of them here. This is what they see.</Text>}
      <PhoneFrame label="The form on a phone">
        {isAtStart && <Start form={form} route={route} onRoute={setRoute} />}
        {!isAtStart && current === undefined && <p className="quiet">Nobody on this way is asked anything yet.</p>}
        {current !== undefined && (
          <>
            <p className="quiet small">{placeWords(at, shown.length, current)}</p>
            <GroupView
              key={current.key}
              group={{ kind: 'one', entry: current }}
              answers={{ asked, values, isWide: false, onAnswer: answer }}
            />
          </>
        )}
      </PhoneFrame>
      <Group gap="sm" justify="space-between">
        <Button variant="default" disabled={isAtStart} onClick={() => step(shown[at - 1])}>
          Back
        </Button>
        <Text size="sm" c="dimmed">
          Nothing you try here is kept.
        </Text>
        <Button
          variant="default"
          disabled={at >= shown.length - 1 || (at === -1 && !isAtStart)}
          onClick={() => step(shown[at + 1])}
        >
          Next
        </Button>
      </Group>
    </Stack>
  );
}

interface StartProps {
  readonly form: Instrument;
  readonly route: SupervisionRoute;
  readonly onRoute: (route: SupervisionRoute) => void;
}

/** What people read first, and the one thing that everybody is asked to say. */
function Start({ form, route, onRoute }: StartProps): ReactElement {
  return (
    <>
      <p>
        <strong>{form.title}</strong>
      </p>
      {form.introduction !== '' && <p>{form.introduction}</p>}
      <Question text={ROUTE_QUESTION.text} isAnswered={false} onClear={() => undefined}>
        <Choices
          name="route"
          choices={ROUTE_QUESTION.options.map(({ id, text }) => ({ value: id, text }))}
          value={route}
          onChoose={(chosen) => onRoute(chosen as SupervisionRoute)}
        />
      </Question>
    </>
  );
}

const PART_WORDS = {
  everybody: '',
  receives: ' · the supervision you receive',
  gives: ' · the supervision you give',
  neither: '',
} as const;

function placeWords(at: number, count: number, { block }: AskedItem): string {
  const place = at === -1 ? 'Shown after another answer' : `Question ${at + 1} of ${count}`;
  return place + PART_WORDS[block];
}
