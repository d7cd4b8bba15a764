import { useState, type ReactElement, type ReactNode } from 'react';
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { dateWithWeekday } from '@plumbline/analytics/wording';
import type { RoundDetail } from '@plumbline/domain/surveys';
import { useMe } from '../../../app/session/me.tsx';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import css from './surveys.module.css';
import { DiscardRound } from './discard-round.tsx';
import { useRoundSteps, type RoundSteps, type StepName } from './use-round-step.ts';

const DONE: Readonly<Record<StepName, string>> = {
  freeze: 'The list is fixed, and each group has its key.',
  thaw: 'The list and its keys are taken back.',
  open: 'The survey is open. Invitations are on their way.',
  remind: 'Everybody who has not stopped reminders is being reminded.',
  close: 'The survey is closed, the keys are destroyed, and the answers lie in a random order.',
};

/** What can be done with a round as it stands, each step with its consequence in words. */
export function RoundActions({ round }: { readonly round: RoundDetail }): ReactElement {
  const steps = useRoundSteps(round);
  return (
    <Stack gap="md">
      <div aria-live="polite">
        {steps.done !== null && (
          <Alert variant="light" color="plumb" maw="58rem">
            {DONE[steps.done]}
          </Alert>
        )}
      </div>
      {steps.problem !== null && (
        <Alert role="alert" variant="light" color="var(--pl-status-overdue)" title="Not done" maw="58rem">
          {steps.problem}
        </Alert>
      )}
      <Next round={round} steps={steps} />
    </Stack>
  );
}

function Next({ round, steps }: { readonly round: RoundDetail; readonly steps: RoundSteps }): ReactElement | null {
  switch (round.state) {
    case 'drafted':
      return <Drafted round={round} steps={steps} />;
    case 'frozen':
      return <Frozen round={round} steps={steps} />;
    case 'open':
      return <Open round={round} steps={steps} />;
    case 'closed':
      return (
        <Card title="Closing was broken off">
          <Text>No more answers are taken. They are still to be mixed: nothing can be published before.</Text>
          <Step name="close" steps={steps} label="Go on with closing" />
        </Card>
      );
    default:
      return null;
  }
}

interface CardProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Card({ title, children }: CardProps): ReactElement {
  return (
    <section className={`${css['card']} no-print`} aria-label={title}>
      <Stack gap="sm">
        <Title order={2}>{title}</Title>
        {children}
      </Stack>
    </section>
  );
}

interface StepProps {
  readonly name: StepName;
  readonly steps: RoundSteps;
  readonly label: string;
  readonly isSecond?: boolean;
  readonly isOff?: boolean;
}

function Step({ name, steps, label, isSecond = false, isOff = false }: StepProps): ReactElement {
  return (
    <div>
      <Button
        variant={isSecond ? 'default' : 'filled'}
        loading={steps.busy === name}
        disabled={isOff || (steps.busy !== null && steps.busy !== name)}
        onClick={() => steps.take(name)}
      >
        {label}
      </Button>
    </div>
  );
}

function Drafted({ round, steps }: { readonly round: RoundDetail; readonly steps: RoundSteps }): ReactElement {
  return (
    <Card title="Next: fix the list">
      <Text className="prose">
        Everybody who is in post today goes on the list, and groups are put together until each has at least ten people. Each
        group gets its own pair of keys. You look at the groups before anything opens, and can take the list back.
      </Text>
      <Group gap="sm">
        <Step name="freeze" steps={steps} label="Fix the list" />
        <DiscardRound round={round} />
      </Group>
    </Card>
  );
}

function Frozen({ round, steps }: { readonly round: RoundDetail; readonly steps: RoundSteps }): ReactElement {
  const { today } = useMe();
  const isEarly = today < round.opensOn;
  return (
    <Card title="Next: open it">
      <Text className="prose">
        Put the fingerprint on the intranet first: it stands below. Opening lets everybody on the list take one link and answer
        until {dateWithWeekday(round.closesOn)}. Once it is open, neither the list nor the questions can change.
      </Text>
      <Text className="prose">{reachedInWords(round)}</Text>
      {isEarly && <Text>It opens on {dateWithWeekday(round.opensOn)}; until then it can be prepared but not opened.</Text>}
      <Group gap="sm">
        <Step name="open" steps={steps} label="Open the survey" isOff={isEarly || round.obstacles.length > 0} />
        <Step name="thaw" steps={steps} label="Take the list back" isSecond />
        <DiscardRound round={round} />
      </Group>
    </Card>
  );
}

/** Whom mails reach, and how the others hear of it. */
function reachedInWords({ isMailOn, withoutAddress, invited }: RoundDetail): string {
  if (!isMailOn) return 'No mails leave this server: everybody hears of it on Home, and from you.';
  if (withoutAddress === 0) return `All ${invited} get a mail.`;
  return `${invited - withoutAddress} get a mail. ${withoutAddress} have no address here: they hear of it on Home, and from you, and may need a paper form.`;
}

function Open({ round, steps }: { readonly round: RoundDetail; readonly steps: RoundSteps }): ReactElement {
  const me = useMe();
  const mayPaper = round.paperBy.some(({ id }) => id === me.person.id);
  const isRemindedToday = round.remindedOn === me.today;
  return (
    <>
      <Card title="While it is open">
        <Text className="prose">
          Nobody can know who has answered, so a reminder goes to everybody who has not pressed “Stop reminding me”. It says so.
          Once a day at most.
        </Text>
        {!round.isMailOn && <Text>No mails leave this server: the reminder stands on Home only.</Text>}
        <Group gap="sm">
          <Step
            name="remind"
            steps={steps}
            label={isRemindedToday ? 'Reminded today' : 'Remind everybody'}
            isSecond
            isOff={isRemindedToday}
          />
          {mayPaper && (
            <ButtonLink to="/surveys/rounds/$roundId/paper" params={{ roundId: round.id }} variant="default">
              Paper forms
            </ButtonLink>
          )}
        </Group>
      </Card>
      <CloseCard round={round} steps={steps} />
    </>
  );
}

function CloseCard({ round, steps }: { readonly round: RoundDetail; readonly steps: RoundSteps }): ReactElement {
  const [isSure, setSure] = useState(false);
  const { today } = useMe();
  return (
    <Card title="Close and mix">
      <Text className="prose">
        {today < round.closesOn
          ? `It closes by itself after ${dateWithWeekday(round.closesOn)}. Staff were told that day: close earlier only with a good reason.`
          : 'Its last day has come.'}{' '}
        Closing destroys the keys and puts all answers in a random order. It cannot be opened again.
      </Text>
      {steps.busy === 'close' && (
        <Text aria-live="polite">Closing, destroying the keys and mixing the answers. You may leave this page: it goes on.</Text>
      )}
      {isSure ? (
        <Group gap="sm">
          <Step name="close" steps={steps} label="Close it for good" />
          <Button variant="default" onClick={() => setSure(false)}>
            Leave it open
          </Button>
        </Group>
      ) : (
        <div>
          <Button variant="default" onClick={() => setSure(true)}>
            Close and mix …
          </Button>
        </div>
      )}
    </Card>
  );
}
