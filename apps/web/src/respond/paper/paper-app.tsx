import { useEffect, useState, type ReactElement } from 'react';
import type { BoxRound } from '@plumbline/domain/surveys';
import { toBase64Url } from '../model/base64url.ts';
import { getRound, putCarriedOver } from '../answer/box-calls.ts';
import { checkRound } from '../answer/verify.ts';
import { newDraft } from '../answer/work.ts';
import { Heading, Shell } from '../parts/shell.tsx';
import { newCode, placeOf } from '../sealed/code.ts';
import { seal } from '../sealed/padded.ts';
import { readPaperFragment, shuffled, type PaperBatch } from './paper-fragment.ts';
import { PaperSheet } from './paper-sheet.tsx';
import './paper.css';

type State =
  | { readonly kind: 'making'; readonly done: number }
  | { readonly kind: 'ready'; readonly round: BoxRound; readonly codes: readonly string[] }
  | { readonly kind: 'failed' };

/** Puts each ticket under a code of its own, sealed, and gives the codes. */
async function makeCodes(round: BoxRound, batch: PaperBatch, onDone: (done: number) => void): Promise<readonly string[]> {
  const codes: string[] = [];
  for (const ticket of shuffled(batch.tickets)) {
    const code = newCode();
    const place = await placeOf(code);
    const sealed = await seal(place.key, JSON.stringify(newDraft(round, ticket, null)));
    await putCarriedOver(ticket, place.address, toBase64Url(sealed));
    codes.push(code);
    onDone(codes.length);
  }
  return codes;
}

/** Paper forms, one for each ticket, each with a code in place of a link. Nothing on them says whose they are. */
export function PaperApp({ fragment }: { readonly fragment: string }): ReactElement {
  const [batch] = useState(() => readPaperFragment(fragment));
  const [state, setState] = useState<State>(batch === null ? { kind: 'failed' } : { kind: 'making', done: 0 });
  // Once: asks the box for the questions and lays the tickets there, sealed.
  useEffect(() => {
    if (batch === null) return undefined;
    let isHere = true;
    void (async () => {
      try {
        const round = await getRound(batch.roundId);
        if ((await checkRound(round, batch.roundId, batch.manifestHash)) !== null || !round.isOpen)
          throw new Error('Not the promised round');
        const codes = await makeCodes(round, batch, (done) => isHere && setState({ kind: 'making', done }));
        if (isHere) setState({ kind: 'ready', round, codes });
      } catch {
        if (isHere) setState({ kind: 'failed' });
      }
    })();
    return () => {
      isHere = false;
    };
  }, [batch]);
  return (
    <Shell name="Paper forms">
      {state.kind === 'failed' && (
        <Heading
          title="The paper forms could not be made"
          lead="The survey could not be reached, is not open, or is another one. Keep the page from which you came open and try again from there."
        />
      )}
      {state.kind === 'making' && batch !== null && (
        <div className="stack">
          <Heading title="Making paper forms" lead="Keep this page open." />
          <progress max={batch.tickets.length} value={state.done} aria-label="Paper forms made" />
          <p aria-live="polite">
            {state.done} of {batch.tickets.length}
          </p>
        </div>
      )}
      {state.kind === 'ready' && <Sheets round={state.round} codes={state.codes} />}
    </Shell>
  );
}

function Sheets({ round, codes }: { readonly round: BoxRound; readonly codes: readonly string[] }): ReactElement {
  return (
    <>
      <div className="no-print stack">
        <Heading
          title={codes.length === 1 ? 'One paper form' : `${codes.length} paper forms`}
          lead="Print them now: the codes stand nowhere else. They lie in a random order. Let each person take any one, folded, and have them put back into a closed box."
        />
        <p>
          <button type="button" className="button" onClick={() => window.print()}>
            Print
          </button>
        </p>
        <p className="quiet">
          To enter a form that came back, or for somebody who wants to answer on a screen after all, type its code at{' '}
          <a className="code" href={`/#${round.manifest.roundId}`} target="_blank" rel="noreferrer">
            {location.host}
          </a>
          .
        </p>
      </div>
      {codes.map((code) => (
        <PaperSheet key={code} round={round} code={code} />
      ))}
    </>
  );
}
