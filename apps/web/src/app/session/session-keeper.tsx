import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button, Text } from '@mantine/core';
import { useTRPCClient } from '../api/trpc.ts';
import { keptUntil } from './open-work.ts';
import { useSessionEnd } from './session-clock.ts';
import { standingOf, timeLeftWords, type SessionStanding } from './session-standing.ts';
import { askToSignIn, useIsAskingToSignIn } from './sign-in-again.ts';
import css from './session-keeper.module.css';

const LOOKS_EVERY_MS = 5000;

/** Makes the sign-in last for whoever is at work, says before it ends, and asks again in place once it has ended. */
export function SessionKeeper(): ReactElement | null {
  const client = useTRPCClient();
  const end = useSessionEnd();
  const lastUsedAt = useLastUse();
  const now = useNow(end !== null);
  const isAsking = useIsAskingToSignIn();
  const [isBusy, setBusy] = useState(false);
  const standing: SessionStanding =
    end === null
      ? 'calm'
      : standingOf({ now, endsAt: end.at, isFinal: end.isFinal, lastUsedAt: lastUsedAt.current, keptUntil: keptUntil() });

  async function renew(): Promise<void> {
    setBusy(true);
    // Any call makes it last; one that fails is tried again at the next look, and the end is announced meanwhile.
    await client.me.get.query().catch(() => undefined);
    setBusy(false);
  }

  // The sign-in is kept by the server.
  useEffect(() => {
    if (standing === 'renew') void renew();
    if (standing === 'over' && !isAsking) void askToSignIn();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what to do follows from the standing at each look
  }, [standing, now]);

  if (standing !== 'warn' || end === null || isAsking) return null;
  return <Warning leftMs={end.at - now} isFinal={end.isFinal} isBusy={isBusy} onStay={() => void renew()} />;
}

interface WarningProps {
  readonly leftMs: number;
  readonly isFinal: boolean;
  readonly isBusy: boolean;
  readonly onStay: () => void;
}

/** Lies over the foot of the page and takes no focus: whoever types goes on typing. */
function Warning({ leftMs, isFinal, isBusy, onStay }: WarningProps): ReactElement {
  return (
    <section className={css['warning']} aria-label="Your sign-in ends soon">
      <div role="alert">
        <Text fw={600}>You will be signed out {timeLeftWords(leftMs)}</Text>
        <Text>
          {isFinal
            ? 'A sign-in lasts ten hours at most. Sign in again now or when you are asked; what you have typed stays.'
            : 'Nothing has been done here for a while. Press any key or the button to stay; what you have typed stays either way.'}
        </Text>
      </div>
      <Button loading={isBusy} onClick={isFinal ? () => void askToSignIn() : onStay}>
        {isFinal ? 'Sign in again now' : 'Stay signed in'}
      </Button>
    </section>
  );
}

/** When a key or a button was last pressed anywhere on the page. */
function useLastUse(): { readonly current: number } {
  const last = useRef(0);
  // Keys and pointers belong to the window.
  useEffect(() => {
    const note = (): void => {
      last.current = Date.now();
    };
    const events = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, note, { capture: true, passive: true });
    return () => {
      for (const event of events) window.removeEventListener(event, note, { capture: true });
    };
  }, []);
  return last;
}

/** The time, looked at now and then, and at once when the page is come back to (a lid that was shut). */
function useNow(isNeeded: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  // The clock belongs to the device.
  useEffect(() => {
    if (!isNeeded) return undefined;
    const look = (): void => setNow(Date.now());
    const timer = setInterval(look, LOOKS_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [isNeeded]);
  return now;
}
