import { type ReactElement } from 'react';
import { BLOCKS, ROUTE_QUESTION, SCALES, textIn, type Block, type BoxRound, type Item } from '@plumbline/domain/surveys';
import { pointsOf } from '../form/answering.ts';
import { dayInWords } from '../model/dates.ts';

const PARTS: Readonly<Record<Block, string>> = {
  everybody: 'For everybody',
  receives: 'If you received supervision: about the supervision you receive',
  gives: 'If you gave supervision: about the supervision you give',
  neither: 'If you neither received nor gave it',
};

/** One form on paper: the code, what must be known before writing, and every part with whom it is for. */
export function PaperSheet({ round, code }: { readonly round: BoxRound; readonly code: string }): ReactElement {
  const { manifest, instrument } = round;
  return (
    <article className="sheet">
      <header>
        <h2>{manifest.title}</h2>
        <p>
          Code <strong className="code">{code}</strong>. Return it by {dayInWords(manifest.closesOn)}, or answer on a screen with
          this code at <span className="code">{location.host}</span>.
        </p>
        <p>{instrument.introduction}</p>
        <p>
          Write no name on this form, neither yours nor anybody else’s. Tick a box, or leave a question open. Whoever types in
          what you ticked reads what you wrote: a story that only you could tell, or a handwriting they know, can show that it was
          you. If you are worried that somebody is not safe, tell your manager or the duty team today.
        </p>
      </header>
      <h3>{ROUTE_QUESTION.text}</h3>
      <Boxes texts={ROUTE_QUESTION.options.map(({ text }) => text)} />
      {BLOCKS.map((block) => {
        const items = instrument.items.filter((item) => item.blocks.includes(block));
        if (items.length === 0) return null;
        return (
          <section key={block}>
            <h2>{PARTS[block]}</h2>
            <ol>
              {items.map((item) => (
                <li key={item.id} className="keep">
                  <h3>{textIn(item, block)}</h3>
                  {item.help !== null && item.kind !== 'text' && <p>{item.help}</p>}
                  <PaperItem item={item} />
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </article>
  );
}

function Boxes({ texts }: { readonly texts: readonly string[] }): ReactElement {
  return (
    <p className="boxes">
      {texts.map((text) => (
        <span key={text}>
          <span aria-hidden="true">☐ </span>
          {text}
        </span>
      ))}
    </p>
  );
}

function PaperItem({ item }: { readonly item: Item }): ReactElement {
  switch (item.kind) {
    case 'scale':
      return <Boxes texts={pointsOf(SCALES, item.scale).map(({ text }) => text)} />;
    case 'single':
    case 'policy-fact':
    case 'multiple':
      return <Boxes texts={item.options.map(({ text }) => text)} />;
    case 'ranking':
      return (
        <>
          <p>Put 1 beside the first, 2 beside the second, and so on: up to {item.most}.</p>
          <Boxes texts={item.options.map(({ text }) => text)} />
        </>
      );
    case 'number':
      return item.bands === null ? (
        <p>
          ________ {item.unit} <span aria-hidden="true">☐ </span>I don’t know
        </p>
      ) : (
        <Boxes texts={item.bands.map(([from, to]) => (to === null ? `${from} or more` : `${from} to ${to}`))} />
      );
    case 'text':
      return (
        <>
          <p className="lines" aria-hidden="true" />
          <Boxes texts={['My words may be quoted, once whatever could show who wrote them is taken out']} />
        </>
      );
    case 'grid':
      return (
        <>
          {item.rows.map(({ id, text }) => (
            <div key={id}>
              <strong>{text}</strong>
              <Boxes texts={pointsOf(SCALES, item.scale).map((point) => point.text)} />
            </div>
          ))}
        </>
      );
  }
}
