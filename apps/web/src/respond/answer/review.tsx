import { type ReactElement } from 'react';
import { ROUTE_QUESTION, textIn } from '@plumbline/domain/surveys';
import { answerInWords } from '../form/answer-words.ts';
import { useBackButton } from '../parts/back-button.ts';
import { Heading } from '../parts/shell.tsx';
import { AsideOrAway } from './aside-or-away.tsx';
import type { BoxRefusal } from './box-calls.ts';
import { PARTS } from './form.tsx';
import type { Answering } from './use-answering.ts';
import { askedOf, countAnswered, shownOf, type Work } from './work.ts';

interface ReviewProps {
  readonly work: Work;
  readonly answering: Answering;
  readonly problem: BoxRefusal | 'failed' | null;
  readonly isSending: boolean;
}

const PROBLEMS: Readonly<Partial<Record<BoxRefusal | 'failed', string>>> = {
  unreachable: 'The box did not answer. Check your connection and press Send again.',
  busy: 'Very many people are sending just now. Wait a minute and press Send again.',
  'not-valid': 'The box did not accept an answer. Tell whoever runs the survey; it does not show what you answered.',
  'too-large': 'Your comments are too long altogether. Shorten one and press Send again.',
};

/** Everything once more before it goes, each answer with a way back to it. */
export function Review({ work, answering, problem, isSending }: ReviewProps): ReactElement {
  const { answered, shown } = countAnswered(work);
  const goBack = (): void => {
    answering.change((draft) => ({ ...draft, at: shownOf(work).at(-1)?.key ?? null }));
    answering.show({ kind: 'form', isFromReview: true });
  };
  useBackButton(goBack);
  return (
    <div className="stack-wide">
      <Heading
        title="Check your answers"
        lead={`${answered} of ${shown} answered. ${answered === shown ? '' : 'What you left open stays open. '}${
          work.draft.wasSent ? 'Sending puts these in place of those you sent before.' : 'Nothing has gone off yet.'
        }`}
      />
      {problem !== null && (
        <p className="notice" role="alert">
          {PROBLEMS[problem] ?? 'Your answers could not be sent. Press Send again.'} Nothing is lost.
        </p>
      )}
      <SendBar work={work} answering={answering} isSending={isSending} />
      <AllAnswers work={work} answering={answering} />
      <SendBar work={work} answering={answering} isSending={isSending} />
      <p>
        <button type="button" className="link-button" onClick={goBack}>
          Back to the last question
        </button>
      </p>
      <AsideOrAway work={work} answering={answering} />
    </div>
  );
}

function SendBar({ work, answering, isSending }: Omit<ReviewProps, 'problem'>): ReactElement {
  return (
    <div className="row">
      <button
        type="button"
        className="button"
        aria-disabled={isSending}
        onClick={() => {
          if (!isSending) void answering.send();
        }}
      >
        {isSending ? 'Sending …' : 'Send my answers'}
      </button>
      <span className="quiet">Until the survey closes you can change or withdraw them.</span>
      {work.draft.takenAt !== null && <span className="only-heard">They may wait a little on this device before they go.</span>}
    </div>
  );
}

function AllAnswers({ work, answering }: { readonly work: Work; readonly answering: Answering }): ReactElement {
  const { values, route } = work.draft;
  const asked = askedOf(work);
  const shown = shownOf(work);
  const goTo = (at: string | null): void => {
    answering.change((draft) => ({ ...draft, at }));
    answering.show({ kind: 'form', isFromReview: true });
  };
  return (
    <>
      {[...new Set(shown.map(({ block }) => block))].map((block) => (
        <section key={block} className="stack" aria-labelledby={`part-${block}`}>
          <h2 id={`part-${block}`}>{PARTS[block]}</h2>
          <dl className="answered">
            {block === 'everybody' && (
              <Line
                text={ROUTE_QUESTION.text}
                lines={ROUTE_QUESTION.options.flatMap(({ id, text }) => (id === route ? [text] : []))}
                onChange={() => goTo(null)}
              />
            )}
            {shown
              .filter((entry) => entry.block === block)
              .map((entry) => (
                <Line
                  key={entry.key}
                  text={textIn(entry.item, entry.block)}
                  lines={answerInWords(entry, values[entry.key], asked, values)}
                  onChange={() => goTo(entry.key)}
                />
              ))}
          </dl>
        </section>
      ))}
    </>
  );
}

interface LineProps {
  readonly text: string;
  readonly lines: readonly string[];
  readonly onChange: () => void;
}

function Line({ text, lines, onChange }: LineProps): ReactElement {
  return (
    <div>
      <dt>{text}</dt>
      <dd className={lines.length === 0 ? 'words quiet' : 'words'}>{lines.length === 0 ? 'Left open' : lines.join('\n')}</dd>
      <dd className="no-print">
        <button type="button" className="link-button" onClick={onChange}>
          {lines.length === 0 ? 'Answer' : 'Change'}
          <span className="only-heard">: {text}</span>
        </button>
      </dd>
    </div>
  );
}
