import { useId, useState, type ReactElement } from 'react';
import { Button, Group, Popover, Radio, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { dateInWords } from '@plumbline/analytics/wording';
import { useMe } from '../../app/session/me.tsx';
import { useAsOf } from './use-as-of.ts';
import css from './as-of.module.css';

/** Chooses the day that a page speaks about, and whether with what is known now or what was known then. */
export function AsOfControl(): ReactElement {
  const me = useMe();
  const asOf = useAsOf();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus returnFocus withArrow shadow="md">
      <Popover.Target>
        <Button variant="default" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen} aria-haspopup="dialog">
          {asOf.isPast ? `On ${dateInWords(asOf.on)}` : 'Today'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Which day to show">
        <AsOfForm
          key={`${asOf.on}${asOf.isKnownThen}`}
          today={me.today}
          on={asOf.on}
          isKnownThen={asOf.isKnownThen}
          onDone={() => setOpen(false)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

interface AsOfFormProps {
  readonly today: string;
  readonly on: string;
  readonly isKnownThen: boolean;
  readonly onDone: () => void;
}

function AsOfForm({ today, on, isKnownThen, onDone }: AsOfFormProps): ReactElement {
  const navigate = useNavigate();
  const id = useId();
  const [day, setDay] = useState(on);
  const [known, setKnown] = useState(isKnownThen ? 'then' : 'now');

  function show(nextDay: string): void {
    const isPast = nextDay !== today && nextDay !== '';
    const search = (previous: Record<string, unknown>): Record<string, unknown> => ({
      ...previous,
      on: isPast ? nextDay : undefined,
      known: isPast && known === 'then' ? 'then' : undefined,
    });
    void navigate({ to: '.', search: search as never });
    onDone();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        show(day);
      }}
    >
      <Stack gap="sm">
        <div>
          <label htmlFor={id} className={css['label']}>
            On day
          </label>
          <input
            id={id}
            type="date"
            className={css['date']}
            value={day}
            max={today}
            onChange={(event) => setDay(event.currentTarget.value)}
            data-autofocus
          />
        </div>
        <Radio.Group label="With what was recorded" value={known} onChange={setKnown}>
          <Stack gap="xs" mt={4}>
            <Radio value="now" label="As known now" description="Includes what was recorded later about that day." />
            <Radio value="then" label="As known then" description="Only what had been recorded by that day." />
          </Stack>
        </Radio.Group>
        <Text size="xs" c="dimmed">
          The address of the page keeps the day, so that you can send it to somebody.
        </Text>
        <Group gap="xs">
          <Button type="submit">Show</Button>
          <Button variant="subtle" onClick={() => show(today)}>
            Back to today
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
