import { type ReactElement } from 'react';
import { inGroups } from '../model/base64url.ts';
import { dayInWords } from '../model/dates.ts';
import type { Device } from '../model/ticket.ts';
import { Heading } from '../parts/shell.tsx';
import { WhatIsProtected } from '../parts/what-is-protected.tsx';
import { AsideOrAway } from './aside-or-away.tsx';
import type { Answering } from './use-answering.ts';
import { countAnswered, type Work } from './work.ts';

/** Asked where the link came without an answer to it. */
export function WhichDevice({ onChoose }: { readonly onChoose: (device: Device) => void }): ReactElement {
  return (
    <div className="stack-wide">
      <Heading title="Whose device is this?" lead="It decides whether your answers are kept here while you are at it." />
      <div className="row">
        <button type="button" className="button" onClick={() => onChoose('own')}>
          This is my own device
        </button>
        <button type="button" className="button second" onClick={() => onChoose('shared')}>
          I share this computer
        </button>
      </div>
    </div>
  );
}

interface WelcomeProps {
  readonly work: Work;
  readonly isResumed: boolean;
  readonly answering: Answering;
}

/** What it is for, how long it takes, and one button. Everything else is there to be opened. */
export function Welcome({ work, isResumed, answering }: WelcomeProps): ReactElement {
  const { instrument, manifest } = work.round;
  const { answered } = countAnswered(work);
  return (
    <div className="stack-wide">
      <Heading
        title={isResumed ? 'Welcome back' : instrument.title}
        lead={isResumed ? `${answered} answered so far. ${openUntil(manifest.closesOn)}` : instrument.introduction}
      />
      <div className="stack">
        <p>
          <button
            type="button"
            className="button"
            onClick={() =>
              answering.show(
                isResumed && isThrough(work)
                  ? { kind: 'review', problem: null, isSending: false }
                  : { kind: 'form', isFromReview: false },
              )
            }
          >
            {isResumed ? 'Go on' : 'Start'}
          </button>
        </p>
        <p className="quiet">
          {!isResumed && `${openUntil(manifest.closesOn)} `}Your answers go off only when you press Send at the end. You can
          change or withdraw them until the survey closes.
        </p>
        <AsideOrAway work={work} answering={answering} />
      </div>
      <details>
        <summary>What is protected, and what is not</summary>
        <WhatIsProtected />
      </details>
      <Checked work={work} />
    </div>
  );
}

const openUntil = (closesOn: string): string => `Open until ${dayInWords(closesOn)}.`;

/** Whoever had come as far as the end goes on there. */
function isThrough({ draft }: Work): boolean {
  return draft.at === 'review';
}

/** What the browser made sure of before it showed anything. */
function Checked({ work }: { readonly work: Work }): ReactElement {
  const { manifest, manifestHash } = work.round;
  return (
    <details>
      <summary>What your browser has checked</summary>
      <div className="stack">
        <p>
          The questions and keys are those that the published fingerprint stands for, and your link was signed with the key of a
          whole group. The same fingerprint must stand on the intranet page and in your invitation.
        </p>
        <dl className="facts">
          <dt>Fingerprint of this survey</dt>
          <dd className="code">{inGroups(manifestHash)}</dd>
          <dt>Your group</dt>
          <dd>
            {work.cell.label}, {work.cell.headCount} people
          </dd>
          <dt>Key of your group</dt>
          <dd className="code">{inGroups(work.cell.fingerprint)}</dd>
          <dt>Groups in this survey</dt>
          <dd>{manifest.cells.length}</dd>
        </dl>
      </div>
    </details>
  );
}
