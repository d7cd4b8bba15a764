import { useState, type FormEvent, type ReactElement } from 'react';
import type { PublishedReceipts } from '@plumbline/domain/surveys';
import { inGroups } from '../model/base64url.ts';
import { dayInWords } from '../model/dates.ts';
import { BoxError, getReceipts } from './box-calls.ts';

interface FindReceiptProps {
  readonly roundId: string;
  readonly closesOn: string | null;
  /** The receipt of the link that is at hand, if one is. */
  readonly own: string | null;
}

type List = PublishedReceipts | 'not-yet' | 'unreachable' | null;

/** The published receipts, and whether one's own is among them. What is looked for never leaves the browser. */
export function FindReceipt({ roundId, closesOn, own }: FindReceiptProps): ReactElement {
  const [list, setList] = useState<List>(null);
  const [typed, setTyped] = useState(own ?? '');
  const [looked, setLooked] = useState('');

  async function load(event: FormEvent): Promise<void> {
    event.preventDefault();
    setLooked(typed.replaceAll(/\s/g, '').toLowerCase());
    if (list !== null && typeof list === 'object') return;
    try {
      setList(await getReceipts(roundId));
    } catch (error) {
      setList(error instanceof BoxError && error.kind === 'not-mixed' ? 'not-yet' : 'unreachable');
    }
  }

  return (
    <form className="stack" onSubmit={(event) => void load(event)}>
      <h2>Find your receipt</h2>
      <p>
        After closing, the receipts of all answers are published. If yours is there, your answers were in the box when it closed.
        {closesOn !== null && ` The survey closes on ${dayInWords(closesOn)}.`}
      </p>
      <div className="field">
        <label htmlFor="receipt">Your receipt</label>
        <span id="receipt-help" className="small quiet">
          The first sixteen signs are enough. They are compared in your browser only.
        </span>
        <input
          id="receipt"
          className="code"
          autoComplete="off"
          spellCheck={false}
          aria-describedby="receipt-help"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <p>
        <button type="submit" className="button second">
          Look for it
        </button>
      </p>
      <div aria-live="polite">{list !== null && <p className="notice">{foundInWords(list, looked)}</p>}</div>
      {list !== null && typeof list === 'object' && <Published list={list} looked={looked} />}
    </form>
  );
}

const FEWEST_SIGNS = 8;

const isFound = (receipt: string, looked: string): boolean => looked.length >= FEWEST_SIGNS && receipt.startsWith(looked);

function foundInWords(list: Exclude<List, null>, looked: string): string {
  if (list === 'not-yet')
    return 'The receipts are not published yet: they are once the survey has closed and the answers are mixed.';
  if (list === 'unreachable') return 'The list could not be loaded. Try again in a moment.';
  if (looked.length < FEWEST_SIGNS) return `Here is the list. Give at least ${FEWEST_SIGNS} signs to look for yours.`;
  return list.receipts.some((receipt) => isFound(receipt, looked))
    ? 'Your receipt is in the list: your answers were in the box when it closed.'
    : 'That receipt is not in the list. Compare each sign. If it is right, tell whoever runs the survey: it does not show what you answered.';
}

function Published({ list, looked }: { readonly list: PublishedReceipts; readonly looked: string }): ReactElement {
  return (
    <details>
      <summary>Every receipt ({list.receipts.length}), and how many came from each group</summary>
      <div className="stack">
        <ul>
          {list.cells.map(({ id, label, received }) => (
            <li key={id}>
              {label}: {received ?? 'too few to say'}
            </li>
          ))}
        </ul>
        <ol className="code small">
          {list.receipts.map((receipt) => (
            <li key={receipt}>
              {isFound(receipt, looked) ? (
                <mark>
                  {inGroups(receipt)}
                  <span className="only-heard"> (yours)</span>
                </mark>
              ) : (
                inGroups(receipt)
              )}
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}
