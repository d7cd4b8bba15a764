import { type ReactElement } from 'react';
import { inFullInWords, notBookedInWords, qualityGapInWords, recordGapInWords } from '@plumbline/analytics/wording';
import type { ImpactView } from '../model/outputs.ts';
import { widestGap } from '../model/widest-gap.ts';
import css from './impact.module.css';

/** Four figures beside "held on time", in sentences. */
export function TopFigures({ view }: { readonly view: ImpactView }): ReactElement {
  const widest = widestGap(view.constructs);
  return (
    <dl className={css['figures']}>
      <div>
        <dt>Held in full</dt>
        <dd>{inFullInWords(view.inFull, view.inFullBefore)}</dd>
      </div>
      <div>
        <dt>Next one booked</dt>
        <dd>{notBookedInWords(view.notBooked)}</dd>
      </div>
      <div>
        <dt>Record gap</dt>
        <dd>
          {recordGapInWords(view.recordGap.since)}
          {view.recordGap.before !== null && ` Before: ${recordGapInWords(view.recordGap.before)}`}
        </dd>
      </div>
      <div>
        <dt>Quality gap, where it is widest</dt>
        <dd>
          {widest === null ? (
            'Not known yet. It stands here once what was due and audits both say enough of one part.'
          ) : (
            <>
              <a href={`#${widest.part.id}`}>{widest.part.title}</a>: {qualityGapInWords(widest.points)}
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
