import { useEffect, useRef, useState, type ReactElement } from 'react';
import { fragmentOf, type Device } from '../model/ticket.ts';
import { Shell } from '../parts/shell.tsx';
import { AlreadyTaken, CannotTake, Offer, OnItsWay } from './link-states.tsx';
import type { MyRound } from '@plumbline/domain/surveys';
import { askToSign, listMyRounds, RegisterError } from './register-calls.ts';
import { blindNew, OtherKeyError, takeLink, type Blinded } from './take-link.ts';

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'cannot'; readonly why: string }
  | { readonly kind: 'taken'; readonly round: MyRound }
  | { readonly kind: 'offer'; readonly round: MyRound; readonly isWorking: boolean; readonly problem: string | null }
  | { readonly kind: 'on-its-way'; readonly round: MyRound; readonly address: string; readonly device: Device };

function stateOf(round: MyRound | undefined): State {
  if (round === undefined) return { kind: 'cannot', why: 'not-invited' };
  if (round.isIssued || round.isOnPaper) return { kind: 'taken', round };
  return { kind: 'offer', round, isWorking: false, problem: null };
}

function whyOf(error: unknown): string {
  if (error instanceof OtherKeyError) return 'other-key';
  if (error instanceof RegisterError) return error.kind;
  return 'failed';
}

/** Where a signed-in person takes the one link with which they can answer a round, on an address that knows who they are. */
export function LinkPage({ roundId }: { readonly roundId: string }): ReactElement {
  const [state, setState] = useState<State>({ kind: 'loading' });
  // Made once and asked about as often as somebody presses: the register signs this value and no other.
  const made = useRef<Blinded>(null);
  // Asks the register once for what this person may take.
  useEffect(() => {
    let isHere = true;
    listMyRounds()
      .then((rounds) => isHere && setState(stateOf(rounds.find(({ id }) => id === roundId))))
      .catch((error: unknown) => isHere && setState({ kind: 'cannot', why: whyOf(error) }));
    return () => {
      isHere = false;
    };
  }, [roundId]);

  async function take(round: MyRound, device: Device): Promise<void> {
    setState({ kind: 'offer', round, isWorking: true, problem: null });
    try {
      made.current ??= await blindNew(round.cell);
      const ticket = await takeLink(round.id, made.current, askToSign);
      const address = new URL(fragmentOf(ticket, device, round.manifestHash), round.boxUrl).href;
      setState({ kind: 'on-its-way', round, address, device });
      location.assign(address);
    } catch (error) {
      const problem = whyOf(error);
      if (problem === 'already-recorded') setState({ kind: 'taken', round });
      else setState({ kind: 'offer', round, isWorking: false, problem });
    }
  }

  return (
    <Shell name="Staff survey" aside="Signed in: this page knows who you are">
      {state.kind === 'loading' && (
        <p aria-busy="true" aria-live="polite">
          Looking up your survey …
        </p>
      )}
      {state.kind === 'cannot' && <CannotTake why={state.why} roundId={roundId} />}
      {state.kind === 'taken' && <AlreadyTaken round={state.round} />}
      {state.kind === 'offer' && (
        <Offer
          round={state.round}
          isWorking={state.isWorking}
          problem={state.problem}
          onTake={(device) => void take(state.round, device)}
        />
      )}
      {state.kind === 'on-its-way' && <OnItsWay round={state.round} address={state.address} device={state.device} />}
    </Shell>
  );
}
