import { type ReactElement } from 'react';
import { inFullInWords, notBookedInWords, qualityGapInWords } from '@plumbline/analytics/wording';
import type { ImpactView } from '../model/outputs.ts';
import { widestGap } from '../model/widest-gap.ts';
import css from './impact.module.css';

/** Three figures beside "held on time", in sentences. */
export function TopFigures({ view }: { readonly view: ImpactView }): ReactElement {
  const widest = widestGap(view.constructs);
  return (
    <dl className={css['figures']}>
      <div>
        <dt>Held in full</dt>
        <dd>{inFullInWords(view.inFull)}</dd>
      </div>
      <div>
        <dt>Next one booked</dt>
        <dd>{notBookedInWords(view.notBooked)}</dd>
      </div>
      <div>
        <dt>Widest gap between time and quality</dt>
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
