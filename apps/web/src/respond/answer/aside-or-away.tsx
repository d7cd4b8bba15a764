import { useState, type ReactElement } from 'react';
import { toBase64Url } from '../model/base64url.ts';
import { dayInWords } from '../model/dates.ts';
import { newCode, placeOf } from '../sealed/code.ts';
import { seal } from '../sealed/padded.ts';
import { putCarriedOver } from './box-calls.ts';
import type { Answering } from './use-answering.ts';
import type { Work } from './work.ts';

interface AsideOrAwayProps {
  readonly work: Work;
  readonly answering: Answering;
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly code: string }
  | { readonly kind: 'failed' }
  | { readonly kind: 'sure' };

/**
 * Puts the draft aside under a code that only this browser and a piece of paper know; the box holds what it cannot read. On a
 * shared computer also empties the page, which without a code is the end of the link.
 */
export function AsideOrAway({ work, answering }: AsideOrAwayProps): ReactElement {
  const [state, setState] = useState<State>({ kind: 'idle' });

  async function putAside(): Promise<void> {
    if (state.kind === 'working') return;
    setState({ kind: 'working' });
    try {
      const code = answering.aside?.code ?? newCode();
      const place = answering.aside?.place ?? (await placeOf(code));
      const sealed = await seal(place.key, JSON.stringify({ ...work.draft, takenAt: null, sendAfter: null }));
      await putCarriedOver(work.draft.ticket, place.address, toBase64Url(sealed));
      answering.lieUnder({ code, place });
      setState({ kind: 'done', code });
    } catch {
      setState({ kind: 'failed' });
    }
  }

  return (
    <div className="stack">
      <div className="row no-print">
        <button type="button" className="link-button" onClick={() => void putAside()}>
          {labelOf(work)}
        </button>
        {work.device !== 'own' && (
          <button type="button" className="link-button" onClick={() => setState({ kind: 'sure' })}>
            {work.draft.wasSent ? 'I am done: empty this page' : 'Stop, and empty this page'}
          </button>
        )}
      </div>
      <div aria-live="polite">
        {state.kind === 'working' && <p>Putting it aside …</p>}
        {state.kind === 'done' && <TheCode code={state.code} work={work} />}
        {state.kind === 'failed' && <p className="problem">It could not be put aside. Check your connection and press again.</p>}
        {state.kind === 'sure' && (
          <div className="notice">
            <p>{emptyingInWords(work, answering.aside !== null)}</p>
            <p className="row">
              <button type="button" className="button second" onClick={() => void answering.empty()}>
                Empty this page
              </button>
              <button type="button" className="link-button" onClick={() => setState({ kind: 'idle' })}>
                Stay here
              </button>
            </p>
          </div>
        )}
      </div>
    </div>
  );
}

function labelOf({ device, draft }: Work): string {
  if (draft.wasSent) return 'Get a code to change or withdraw later';
  return device === 'own' ? 'Go on at another device' : 'Put aside and go on later';
}

function emptyingInWords({ draft }: Work, hasCode: boolean): string {
  if (hasCode) return 'What you changed since you put it aside goes. The rest lies under your code.';
  if (draft.wasSent) return 'Your answers stay in the box. Without a code you can no longer change or withdraw them.';
  return 'Your answers go, and your link with them: there is no second one. Put them aside under a code to keep both.';
}

function TheCode({ code, work }: { readonly code: string; readonly work: Work }): ReactElement {
  const { wasSent, closesOn } = work.draft;
  return (
    <div className="notice prints-alone">
      <p>
        {wasSent ? 'With this code you can change or withdraw your answers' : 'Put aside. Go on with this code'}, on any device,
        until the survey closes:
      </p>
      <p className="receipt code">
        <strong>{code}</strong>
      </p>
      <p>
        Write it down or print it, and keep it to yourself: whoever has the code can read your answers. The address is{' '}
        <span className="code">{location.host}</span>; the page Surveys leads there too. Without the code nobody can open what was
        put aside. It is of no use after {dayInWords(closesOn)}.
      </p>
      <p className="no-print">
        <button type="button" className="link-button" onClick={() => window.print()}>
          Print the code
        </button>
      </p>
    </div>
  );
}
