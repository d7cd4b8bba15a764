import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { dateInWords } from '@plumbline/analytics/wording';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMe } from '../../../app/session/me.tsx';
import { DateField } from '../../../parts/form/date-field.tsx';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import { readDate, type FormProblem } from '../../../parts/form/form-problem.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { isSamePeriod, periodInWords, type Period } from '../model/period-words.ts';
import type { SignOffsView } from '../model/outputs.ts';
import css from './actions.module.css';

interface ChoosePeriodProps {
  readonly view: SignOffsView;
  readonly service: string;
  readonly period: Period;
}

/** Which service, and which days: the last three whole months, or others. */
export function ChoosePeriod({ view, service, period }: ChoosePeriodProps): ReactElement {
  const navigate = useNavigate();
  const isUsual = view.periods.some((one) => isSamePeriod(one, period));
  return (
    <Stack gap="sm" mb="md" className="no-print">
      {view.services.length > 1 && (
        <NativeSelect
          label="Service"
          maw="28rem"
          data={[...view.services]}
          value={service}
          onChange={(event) => void navigate({ to: '/audits/sign-off', search: { service: event.currentTarget.value } })}
        />
      )}
      <nav aria-label="Which months">
        <ul className={css['choices']} data-flush>
          {view.periods.map((one) => (
            <li key={one.fromOn}>
              <PeriodLink view={view} service={service} period={one} isOpen={isSamePeriod(one, period)} />
            </li>
          ))}
        </ul>
      </nav>
      <details className={css['history']} open={!isUsual}>
        <summary>Other months</summary>
        <OtherDays key={`${period.fromOn} ${period.toOn}`} service={service} period={isUsual ? null : period} />
      </details>
    </Stack>
  );
}

function PeriodLink({ view, service, period, isOpen }: ChoosePeriodProps & { readonly isOpen: boolean }): ReactElement {
  const isSigned = view.signed.some((one) => one.service === service && isSamePeriod(one, period));
  return (
    <Link
      to="/audits/sign-off"
      search={{ service, from: period.fromOn, to: period.toOn }}
      className={css['choice']}
      aria-current={isOpen ? 'true' : undefined}
      activeProps={{}}
      resetScroll={false}
    >
      <span>{periodInWords(period)}</span>
      <span className={css['state']}>{isSigned ? 'signed off' : 'not signed off'}</span>
    </Link>
  );
}

function OtherDays({ service, period }: { readonly service: string; readonly period: Period | null }): ReactElement {
  const formId = useId();
  const navigate = useNavigate();
  const { today } = useMe();
  const [typed, setTyped] = useState({
    from: period === null ? '' : dateInWords(period.fromOn),
    to: period === null ? '' : dateInWords(period.toOn),
  });
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [tries, setTries] = useState(0);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const from = readDate('First day', 'from', typed.from, today);
    const to = readDate('Last day', 'to', typed.to, today);
    setProblems([from, to].flatMap((one) => ('message' in one ? [one] : [])));
    setTries(tries + 1);
    if ('message' in from || 'message' in to) return;
    void navigate({ to: '/audits/sign-off', search: { service, from: from.value, to: to.value }, resetScroll: false });
  }

  const field = (name: 'from' | 'to') => ({
    id: fieldId(formId, name),
    value: typed[name],
    today,
    error: problemOfEntry(problems, name),
    onChange: (text: string) => setTyped({ ...typed, [name]: text }),
  });
  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="sm" mt="xs">
        <ErrorSummary formId={formId} problems={problems} tries={tries} />
        <Group gap="md" align="flex-start">
          <DateField label="First day" {...field('from')} />
          <DateField label="Last day" {...field('to')} />
        </Group>
        <Group>
          <Button type="submit" variant="default">
            Show these days
          </Button>
        </Group>
        <Text size="sm" c="dimmed" className="prose">
          Twelve months or fewer, and over. Whole months are easier to compare.
        </Text>
      </Stack>
    </PlainForm>
  );
}
