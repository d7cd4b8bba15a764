import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import type { MyRound } from '@plumbline/domain/surveys';
import { beginningOf, signedOf, type Device } from '../model/ticket.ts';
import { Shell } from '../parts/shell.tsx';
import { AlreadyTaken, CannotTake, Offer, Signing } from './link-states.tsx';
import { askToSign, listMyRounds, RegisterError } from './register-calls.ts';

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'cannot'; readonly why: string }
  | { readonly kind: 'taken'; readonly round: MyRound }
  | { readonly kind: 'offer'; readonly round: MyRound }
  | { readonly kind: 'signing'; readonly round: MyRound; readonly problem: string | null };

/** With what the page was opened: a round, and what is to be signed where the answering page has made it. */
export interface Asking {
  readonly roundId: string;
  readonly blinded: string | null;
}

function stateOf(round: MyRound | undefined, { blinded }: Asking): State {
  if (round === undefined) return { kind: 'cannot', why: 'not-invited' };
  // What was signed before is signed again: its answer may have been lost on the way.
  if (blinded !== null && !round.isOnPaper) return { kind: 'signing', round, problem: null };
  return round.isIssued || round.isOnPaper ? { kind: 'taken', round } : { kind: 'offer', round };
}

const whyOf = (error: unknown): string => (error instanceof RegisterError ? error.kind : 'failed');

/**
 * Where a signed-in person takes the one link with which they can answer a round, on an address that knows who they are. It never
 * sees the link: the answering page makes a number, this page has it signed unseen and sends the signature back.
 */
export function LinkPage({ asking }: { readonly asking: Asking }): ReactElement {
  const [state, setState] = useState<State>({ kind: 'loading' });
  const isAsked = useRef(false);

  const sign = useCallback(async (round: MyRound, blinded: string): Promise<void> => {
    setState({ kind: 'signing', round, problem: null });
    try {
      const signature = await askToSign(round.id, blinded);
      location.replace(new URL(signedOf({ roundId: round.id, signature }), round.boxUrl).href);
    } catch (error) {
      const problem = whyOf(error);
      setState(problem === 'already-recorded' ? { kind: 'taken', round } : { kind: 'signing', round, problem });
    }
  }, []);

  // Asks the register once for what this person may take, and has signed what the answering page sent.
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    listMyRounds()
      .then((rounds) => {
        const next = stateOf(
          rounds.find(({ id }) => id === asking.roundId),
          asking,
        );
        setState(next);
        return next.kind === 'signing' && asking.blinded !== null ? sign(next.round, asking.blinded) : undefined;
      })
      .catch((error: unknown) => setState({ kind: 'cannot', why: whyOf(error) }));
  }, [asking, sign]);

  function begin({ id: roundId, manifestHash, cell, boxUrl }: MyRound, device: Device): void {
    location.assign(new URL(beginningOf({ roundId, device, manifestHash, cell: cell.id }), boxUrl).href);
  }

  return (
    <Shell name="Staff survey" aside="Signed in: this page knows who you are">
      {state.kind === 'loading' && (
        <p aria-busy="true" aria-live="polite">
          Looking up your survey …
        </p>
      )}
      {state.kind === 'cannot' && <CannotTake why={state.why} roundId={asking.roundId} />}
      {state.kind === 'taken' && <AlreadyTaken round={state.round} />}
      {state.kind === 'offer' && <Offer round={state.round} onTake={(device) => begin(state.round, device)} />}
      {state.kind === 'signing' && (
        <Signing round={state.round} problem={state.problem} onAgain={() => void sign(state.round, asking.blinded ?? '')} />
      )}
    </Shell>
  );
}
