import { type ReactElement } from 'react';
import type { MyRound } from '@plumbline/domain/surveys';
import { inGroups } from '../model/base64url.ts';
import { dayInWords } from '../model/dates.ts';
import type { Device } from '../model/ticket.ts';
import { Heading } from '../parts/shell.tsx';
import { WhatIsProtected } from '../parts/what-is-protected.tsx';
import { CANNOT, CANNOT_OTHERWISE, problemInWords } from './link-words.ts';

/** Nothing to take here, and why. */
export function CannotTake({ why, roundId }: { readonly why: string; readonly roundId: string }): ReactElement {
  const { title, says } = CANNOT[why] ?? CANNOT_OTHERWISE;
  return (
    <div className="stack-wide">
      <Heading title={title} lead={says} />
      <p>
        {why === 'signed-out' ? (
          <a className="button" href={`/surveys#${roundId}`}>
            Sign in
          </a>
        ) : (
          <a href="/surveys">Surveys</a>
        )}
      </p>
    </div>
  );
}

/** The link was given out before: said plainly, with why there is no second one. */
export function AlreadyTaken({ round }: { readonly round: MyRound }): ReactElement {
  return (
    <div className="stack-wide">
      <Heading
        title={round.isOnPaper ? 'You were given a paper form' : 'Your link was already given out'}
        lead={`${round.title}, open until ${dayInWords(round.closesOn)}.`}
      />
      <div className="stack">
        <p>
          There is no second one. Nobody knows which answers are yours, so nobody could take the first one back: with two links
          one person could answer twice.
        </p>
        <p>
          Did you take it on your own phone or computer? Open <BoxAddress round={round} /> there: your link and what you have
          answered so far lie on that device. With a code that you wrote down, or that stands on a paper form, you can go on at
          the same address from any device.
        </p>
        <p>If the link is lost, this answer is lost. That is better than a way to find out who wrote what.</p>
        <p>
          <a href="/surveys">Surveys</a>
        </p>
      </div>
    </div>
  );
}

function BoxAddress({ round }: { readonly round: MyRound }): ReactElement {
  return <a href={new URL(`#${round.id}`, round.boxUrl).href}>{round.boxUrl.replace(/^https?:\/\//, '').replace(/\/$/, '')}</a>;
}

interface OfferProps {
  readonly round: MyRound;
  readonly onTake: (device: Device) => void;
}

/** What is protected and what is not, and the two ways to take the link. */
export function Offer({ round, onTake }: OfferProps): ReactElement {
  return (
    <div className="stack-wide">
      <Heading
        title={round.title}
        lead={`About ${Math.ceil(round.minutes)} minutes. Open until ${dayInWords(round.closesOn)}. Taking part is up to you, and every question can be skipped.`}
      />
      <WhatIsProtected />
      <section className="stack" aria-labelledby="which-device">
        <h2 id="which-device">Take your one-time link, on this device</h2>
        <div className="choice-buttons">
          <Choice
            label="This is my own device"
            says="Your answers are kept here, encrypted, until you send them. You can stop and come back."
            onChoose={() => onTake('own')}
          />
          <Choice
            label="I share this computer"
            says="Nothing stays here when you close the page. You can put answers aside under a code."
            isSecond
            onChoose={() => onTake('shared')}
          />
        </div>
      </section>
      <HowItWorks round={round} />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly says: string;
  readonly isSecond?: boolean;
  readonly onChoose: () => void;
}

function Choice({ label, says, isSecond = false, onChoose }: ChoiceProps): ReactElement {
  const id = label.replaceAll(/\W+/g, '-').toLowerCase();
  return (
    <div>
      <button type="button" className={isSecond ? 'button second' : 'button'} aria-describedby={id} onClick={onChoose}>
        {label}
      </button>
      <span id={id} className="small quiet">
        {says}
      </span>
    </div>
  );
}

/** The machinery, for whoever wants to check it. */
function HowItWorks({ round }: { readonly round: MyRound }): ReactElement {
  const { cell } = round;
  return (
    <details>
      <summary>How this works, and how to check it</summary>
      <div className="stack">
        <ol>
          <li>
            At the other address your browser makes a long random number and puts it in a sealed envelope, so to speak: this
            server never sees it.
          </li>
          <li>
            This server knows that it is you, stamps the envelope once, and records that you had your stamp, with the day. The
            stamp goes through to the number inside.
          </li>
          <li>
            Back at the other address your browser takes the number out. The stamp shows there that the number came from somebody
            of your group. Which of them, nobody can tell, even with everything that both sides keep.
          </li>
        </ol>
        <dl className="facts">
          <dt>Your group</dt>
          <dd>
            {cell.label}, {cell.headCount} people
          </dd>
          <dt>Key of your group</dt>
          <dd className="code">{inGroups(cell.fingerprint)}</dd>
          <dt>Fingerprint of this survey</dt>
          <dd className="code">{inGroups(round.manifestHash)}</dd>
        </dl>
        <p>
          The same fingerprint, all of it, must stand on the intranet page about this survey, in your invitation and on the page
          on which you answer. Your browser compares what it can and stops where something differs.
        </p>
        <p>
          No browser can see whether your group is a real one. So compare the name and the key of your group with a colleague of
          the same group. If anything differs, or nobody else is in your group, do not answer: somebody may be trying to tell
          people apart.
        </p>
      </div>
    </details>
  );
}

interface SigningProps {
  readonly round: MyRound;
  readonly problem: string | null;
  readonly onAgain: () => void;
}

/** The number that the answering page made is being signed; where that failed, it can be asked for again. */
export function Signing({ round, problem, onAgain }: SigningProps): ReactElement {
  return (
    <div className="stack-wide">
      <Heading
        title={problem === null ? 'Your link is being made' : 'Your link is not made yet'}
        lead={`${round.title}. The page on which you answer opens by itself, at an address that does not know who you are.`}
      />
      {problem !== null && (
        <>
          <p className="notice" role="alert">
            {problemInWords(problem)}
          </p>
          <p>
            <button type="button" className="button" onClick={onAgain}>
              Try again
            </button>
          </p>
        </>
      )}
    </div>
  );
}
