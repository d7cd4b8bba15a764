import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Heading } from '../parts/shell.tsx';
import type { Answering } from './use-answering.ts';
import type { Work } from './work.ts';

const TICK_MILLISECONDS = 500;

/** Answers wait for a random while, so that their coming in cannot be matched with a link taken just before. */
export function Waiting({ work, answering }: { readonly work: Work; readonly answering: Answering }): ReactElement {
  const { sendAfter } = work.draft;
  const [began] = useState(Date.now);
  const [now, setNow] = useState(began);
  const left = Math.max(0, Math.ceil(((sendAfter ?? now) - now) / 1000));
  const whole = Math.max(1, ((sendAfter ?? began) - began) / 1000);
  const isOver = left === 0;
  // The browser's clock.
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MILLISECONDS);
    return () => clearInterval(timer);
  }, []);
  const hasGone = useRef(false);
  // The box, once, when the time has come.
  useEffect(() => {
    if (!isOver || hasGone.current) return;
    hasGone.current = true;
    void answering.sendNow();
  }, [isOver, answering]);
  return (
    <div className="stack-wide">
      <Heading
        title="Your answers go in a moment"
        lead="You took your link within the last hour. They wait a random while, up to two minutes, so that nobody who watches both ends can say that these answers came from whoever just took a link."
      />
      <div className="stack">
        <progress max={whole} value={whole - left} aria-label="Waiting" />
        <p aria-live="polite">About {Math.max(10, Math.ceil(left / 10) * 10)} seconds left.</p>
        <p>
          {work.device === 'own'
            ? 'You may close this page. They are kept on this device, and go when you next open it.'
            : 'Keep this page open until they have gone. Nothing is kept on this computer.'}
        </p>
        <div className="row">
          <button
            type="button"
            className="button second"
            onClick={() => {
              answering.change((draft) => ({ ...draft, sendAfter: null }));
              answering.show({ kind: 'review', problem: null, isSending: false });
            }}
          >
            Not yet: back to my answers
          </button>
          <button type="button" className="link-button" onClick={() => void answering.sendNow()}>
            I must go: send without waiting
          </button>
        </div>
      </div>
    </div>
  );
}
