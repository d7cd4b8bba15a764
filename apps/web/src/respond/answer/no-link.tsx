import { type ReactElement } from 'react';
import type { ListedRounds } from '@plumbline/domain/surveys';
import { dayInWords } from '../model/dates.ts';
import { Heading } from '../parts/shell.tsx';
import { CodeEntry } from './code-entry.tsx';
import { FindReceipt } from './find-receipt.tsx';
import type { Note, Screen } from './screens.ts';
import type { Answering } from './use-answering.ts';
import type { Draft } from './work.ts';

const NOTES: Readonly<Record<Note, string>> = {
  damaged: 'That link is not whole: part of it is missing or altered. Open it again where you took it.',
  emptied: 'This page is empty, and nothing of what you answered is left in this browser.',
  'no-such-code': 'Nothing lies under that code. Compare each sign. After answers were sent, their code leads nowhere.',
};

interface NoLinkProps {
  readonly screen: Extract<Screen, { kind: 'no-link' }>;
  readonly answering: Answering;
}

/** The page without a link: what lies on this device, a code, or how to get a link. */
export function NoLink({ screen, answering }: NoLinkProps): ReactElement {
  const { drafts, roundId, note } = screen;
  return (
    <div className="stack-wide">
      <Heading
        title={note === 'emptied' ? 'Nothing is left here' : 'Staff survey'}
        lead={
          roundId === null
            ? 'You answer here with your one-time link. Sign in to Plumbline, open Surveys and take it there.'
            : 'Go on with a code, or look for your receipt after the survey has closed.'
        }
      />
      <div aria-live="polite">{note !== null && <p className="notice">{NOTES[note]}</p>}</div>
      {drafts.length > 0 && <Drafts drafts={drafts} onChoose={(draft) => void answering.useKept(draft)} />}
      {roundId === null && screen.rounds.length > 1 && <Rounds rounds={screen.rounds} />}
      {roundId !== null && (
        <>
          <CodeEntry roundId={roundId} onCode={answering.useCode} />
          <FindReceipt roundId={roundId} closesOn={null} own={null} />
        </>
      )}
    </div>
  );
}

function Rounds({ rounds }: { readonly rounds: ListedRounds['rounds'] }): ReactElement {
  return (
    <section className="stack" aria-labelledby="rounds">
      <h2 id="rounds">With a code or a receipt</h2>
      <ul>
        {rounds.map(({ id, council, title, closesOn, isOpen }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>, {council}: {isOpen ? 'open until' : 'closed, last day'} {dayInWords(closesOn)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Drafts({
  drafts,
  onChoose,
}: {
  readonly drafts: readonly Draft[];
  readonly onChoose: (draft: Draft) => void;
}): ReactElement {
  return (
    <section className="stack" aria-labelledby="drafts">
      <h2 id="drafts">On this device</h2>
      {drafts.map((draft) => (
        <div key={draft.ticket.token} className="row">
          <button type="button" className="button" onClick={() => onChoose(draft)}>
            Go on with {draft.title}
          </button>
          <span className="quiet">
            {Object.keys(draft.values).length} answered, open until {dayInWords(draft.closesOn)}
          </span>
        </div>
      ))}
    </section>
  );
}
