import { useEffect, useId, useRef, type FormEvent, type ReactElement } from 'react';
import { Alert, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { ErrorSummary, fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { PlainForm } from '../../../parts/form/plain-form.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import type { FiguresToSign, SignedTeam, SignOffView } from '../model/outputs.ts';
import { periodInWords, type Period } from '../model/period-words.ts';
import { ActionFields } from './action-fields.tsx';
import { SignedAlready } from './signed-already.tsx';
import type { SignOffForm } from './use-sign-off.ts';
import css from './sign-off.module.css';

interface SignFormProps {
  readonly form: SignOffForm;
  readonly service: string;
  readonly period: Period;
  readonly figures: FiguresToSign;
  /** A signature that somebody gave for these days while this one was being written. */
  readonly earlier: SignOffView | undefined;
}

/** The comment, the actions and the signature. */
export function SignForm({ form, service, period, figures, earlier }: SignFormProps): ReactElement {
  const formId = useId();
  const { typed, change, problems } = form;
  const isTooLate = earlier !== undefined && !form.isSigning && !form.isSigned;

  function submit(event: FormEvent): void {
    event.preventDefault();
    form.check();
  }

  return (
    <PlainForm onSubmit={submit}>
      <Stack gap="lg" maw="44rem">
        <ErrorSummary formId={formId} problems={problems} tries={form.tries} />
        {isTooLate ? <SignedAlready signature={earlier} isMeanwhile /> : <Refused form={form} />}
        <Textarea
          id={fieldId(formId, 'comment')}
          label="What the figures say, and what will be done"
          description="It is kept with the figures. Whoever inspects supervision reads it, so leave out the names of children and of staff."
          autosize
          minRows={4}
          maxLength={6000}
          value={typed.comment}
          error={problemOfEntry(problems, 'comment')}
          onChange={(event) => change({ ...typed, comment: event.currentTarget.value })}
        />
        <Actions formId={formId} form={form} teams={figures.teams} />
        {!isTooLate && form.checked !== null && (
          <Sign form={form} service={service} period={periodInWords(period)} fingerprint={figures.fingerprint} />
        )}
        {!isTooLate && form.checked === null && (
          <Group>
            <Button type="submit">Go on to sign</Button>
          </Group>
        )}
      </Stack>
    </PlainForm>
  );
}

function Refused({ form: { refusal } }: Pick<SignFormProps, 'form'>): ReactElement | null {
  if (refusal === null) return null;
  const said = Object.values(refusal.fields);
  return (
    <Stack gap="xs">
      <RefusalNotice refusal={refusal} />
      {said.map((text) => (
        <Text key={text}>{text}</Text>
      ))}
    </Stack>
  );
}

interface ActionsProps {
  readonly formId: string;
  readonly form: SignOffForm;
  readonly teams: readonly SignedTeam[];
}

function Actions({ formId, form, teams }: ActionsProps): ReactElement {
  const { typed, change, problems } = form;
  const { actions } = typed;
  const only = teams.length === 1 ? (teams[0]?.code ?? '') : '';

  function add(): void {
    const key = newIdempotencyKey();
    change({ ...typed, actions: [...actions, { key, what: '', ownerId: '', ownerName: '', team: only, dueOn: '' }] });
  }

  return (
    <Stack gap="md" component="section" aria-labelledby={`${formId}-actions`}>
      <Title order={3} id={`${formId}-actions`}>
        Actions
      </Title>
      {actions.length === 0 && (
        <Text c="dimmed">Where something is to be put right, say what, who and by when. Where nothing is, leave this empty.</Text>
      )}
      {actions.map((action, at) => (
        <ActionFields
          key={action.key}
          formId={formId}
          action={action}
          number={at + 1}
          teams={teams}
          problems={problems}
          onChange={(next) => change({ ...typed, actions: actions.map((one) => (one.key === next.key ? next : one)) })}
          onRemove={() => change({ ...typed, actions: actions.filter(({ key }) => key !== action.key) })}
        />
      ))}
      {actions.length < 20 && (
        <Group>
          <Button variant="default" onClick={add}>
            {actions.length === 0 ? 'Add an action' : 'Add another action'}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** What signing means, before it is done: it cannot be undone. */
function Sign({
  form,
  service,
  period,
  fingerprint,
}: {
  readonly form: SignOffForm;
  readonly service: string;
  readonly period: string;
  readonly fingerprint: string;
}): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const count = form.checked?.actions.length ?? 0;
  // The focus belongs to the browser: what was pressed is gone.
  useEffect(() => box.current?.focus(), []);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      variant="light"
      color="plumb"
      title={`Sign off ${period} for ${service}`}
      className={css['sign'] ?? ''}
    >
      <Stack gap="sm">
        <Text>
          The figures are kept as they stand now, with your comment, your name and the time, and never change. This is the
          evidence that the policy is monitored. There is one signature for each service and period, and it cannot be taken back.
        </Text>
        <Text>
          {count === 0
            ? 'No action goes with it.'
            : count === 1
              ? 'One action goes with it, and whoever does it finds it on their Home.'
              : `${count} actions go with it, and whoever does them finds them on their Home.`}
        </Text>
        <Group gap="sm">
          <Button onClick={() => form.sign(fingerprint)} loading={form.isSigning}>
            Sign off {period}
          </Button>
          <Button variant="default" onClick={form.goBack}>
            Go on writing
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
