import { useEffect, useState, type ReactElement } from 'react';
import type { BoxRound } from '@plumbline/domain/surveys';
import { Heading } from '../parts/shell.tsx';
import { FindReceipt } from './find-receipt.tsx';
import { receiptOf } from './verify.ts';
import type { Draft } from './work.ts';

interface ClosedProps {
  readonly round: BoxRound;
  readonly draft: Draft | null;
  readonly onEmpty: () => void;
}

/** No more answers are taken; one's own receipt can be looked for. */
export function Closed({ round, draft, onEmpty }: ClosedProps): ReactElement {
  const [own, setOwn] = useState<string | null>(null);
  // The browser's own arithmetic, which takes a moment.
  useEffect(() => {
    if (draft !== null) void receiptOf(draft.ticket.token).then(setOwn);
  }, [draft]);
  const hasUnsent = draft !== null && Object.keys(draft.values).length > 0;
  return (
    <div className="stack-wide">
      <Heading
        title="This survey is not open"
        lead={`${round.manifest.title}. What came of it stands on the page Surveys, as soon as it is published.`}
      />
      {hasUnsent && (
        <div className="notice">
          <p>
            {draft.wasSent
              ? 'What you sent before is counted. What you changed afterwards was not sent.'
              : 'What you have answered here was not sent.'}
          </p>
          <p>
            <button type="button" className="link-button" onClick={onEmpty}>
              Take it off this device
            </button>
          </p>
        </div>
      )}
      <FindReceipt key={own} roundId={round.manifest.roundId} closesOn={null} own={own} />
    </div>
  );
}
