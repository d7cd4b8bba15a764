import { useState, type ReactElement } from 'react';
import { inGroups } from '../model/base64url.ts';
import { dayInWords } from '../model/dates.ts';
import { Heading } from '../parts/shell.tsx';
import { AsideOrAway } from './aside-or-away.tsx';
import type { Answering } from './use-answering.ts';
import type { Work } from './work.ts';

interface SentProps {
  readonly work: Work;
  readonly receipt: string;
  readonly answering: Answering;
}

/** Answers lie in the box: the receipt, how to check it, and how to change or withdraw. */
export function Sent({ work, receipt, answering }: SentProps): ReactElement {
  const closes = dayInWords(work.draft.closesOn);
  return (
    <div className="stack-wide">
      <Heading title="Your answers are in the box" lead="Thank you. Nothing there ties them to you." />
      <section className="card stack" aria-labelledby="receipt-title">
        <h2 id="receipt-title">Your receipt</h2>
        <p className="receipt code">
          <strong>{inGroups(receipt, 16)}</strong>
        </p>
        <p>
          Write these sixteen signs down if you want to check, after {closes}, that your answers were there when it closed: at{' '}
          <span className="code">{location.host}</span> or from the page Surveys. The receipt does not show what you answered.
        </p>
        <details>
          <summary>The whole receipt</summary>
          <p className="code">{inGroups(receipt)}</p>
        </details>
      </section>
      <section className="stack" aria-labelledby="change-title">
        <h2 id="change-title">Change or withdraw, until {closes}</h2>
        <p>
          {work.device === 'own' ? 'Your link is no longer kept on this device' : 'Nothing is kept on this computer'}, so it works
          as long as this page is open, or later with a code.
        </p>
        <div className="row">
          <button
            type="button"
            className="button second"
            onClick={() => answering.show({ kind: 'review', problem: null, isSending: false })}
          >
            Change my answers
          </button>
          <Withdraw answering={answering} />
        </div>
        <AsideOrAway work={work} answering={answering} />
        {work.device === 'own' && <Leave answering={answering} />}
      </section>
    </div>
  );
}

function Withdraw({ answering }: { readonly answering: Answering }): ReactElement {
  const [hasFailed, setHasFailed] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button second"
        onClick={() => {
          setHasFailed(false);
          void answering.takeBack().catch(() => setHasFailed(true));
        }}
      >
        Withdraw my answers
      </button>
      <span className="problem" role="alert">
        {hasFailed && 'They could not be withdrawn. Press again.'}
      </span>
    </>
  );
}

function Leave({ answering }: { readonly answering: Answering }): ReactElement {
  return (
    <p>
      <button type="button" className="link-button" onClick={() => void answering.empty()}>
        I am done: empty this page
      </button>
    </p>
  );
}

/** Taken out of the box again; what was written still stands on this page only. */
export function Withdrawn({ work, answering }: Omit<SentProps, 'receipt'>): ReactElement {
  return (
    <div className="stack-wide">
      <Heading title="Your answers are withdrawn" lead="They are no longer in the box. Nothing of them counts." />
      <p>
        Until {dayInWords(work.draft.closesOn)} you can send them after all, as they are or changed, as long as this page is open.
      </p>
      <div className="row">
        <button
          type="button"
          className="button second"
          onClick={() => answering.show({ kind: 'review', problem: null, isSending: false })}
        >
          Answer after all
        </button>
        <button type="button" className="link-button" onClick={() => void answering.empty()}>
          Empty this page
        </button>
      </div>
    </div>
  );
}
