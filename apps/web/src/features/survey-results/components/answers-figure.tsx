import { type ReactElement } from 'react';
import type { AnswerBarsModel, IndexBarsModel, RankingModel } from '@plumbline/analytics/prepare';
import { repliesInWords, shareRangeInWords } from '@plumbline/analytics/wording';
import { meanInWords } from './bars-figure.tsx';
import css from './results.module.css';
import { TwinTable } from '../../../parts/table/twin-table.tsx';

interface PlainBar {
  readonly key: string;
  readonly text: string;
  /** 0 to 1 of the whole width. */
  readonly share: number;
  readonly reading: string;
}

function PlainBars({ bars, sentence }: { readonly bars: readonly PlainBar[]; readonly sentence: string }): ReactElement {
  return (
    <>
      <p className={css['hidden']}>{sentence}</p>
      <ul className={css['rows']} aria-hidden="true">
        {bars.map(({ key, text, share, reading }) => (
          <li key={key} className={css['row']}>
            <span className={css['label']}>{text}</span>
            <span className={css['track']}>
              <span
                className={css['segment']}
                data-tone="positive-strong"
                style={{ left: 0, width: `${Math.max(0, share) * 100}%` }}
              />
            </span>
            <span className={css['reading']}>{reading}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One question for one group, answer by answer. */
export function AnswersFigure({
  model,
  label,
}: {
  readonly model: AnswerBarsModel;
  readonly label: string | null;
}): ReactElement {
  const about =
    model.n === null ? '' : `${repliesInWords(model.n)}${model.mean === null ? '' : `, on average ${meanInWords(model.mean)}`}`;
  return (
    <figure className={css['figure']}>
      {(label !== null || about !== '') && (
        <figcaption className={css['about']}>
          {label !== null && <strong>{label}</strong>} {about}
        </figcaption>
      )}
      {model.state === 'shown' ? (
        <>
          <PlainBars
            sentence={model.sentence}
            bars={model.bars.map(({ answer, text, share, label: percent, interval }) => ({
              key: answer,
              text,
              share,
              reading: interval === null ? percent : `${percent} (${shareRangeInWords(interval)})`,
            }))}
          />
          {model.note !== null && <p className={css['turned']}>{model.note}</p>}
          <TwinTable twin={model.table} />
        </>
      ) : (
        <p className={css['note']}>{model.note}</p>
      )}
    </figure>
  );
}

/** What is put first and what is put anywhere. */
export function RankingFigure({ model, label }: { readonly model: RankingModel; readonly label: string | null }): ReactElement {
  return (
    <figure className={css['figure']}>
      <figcaption className={css['about']}>
        {label !== null && <strong>{label}</strong>} {model.n === null ? '' : repliesInWords(model.n)}
      </figcaption>
      {model.rows.length === 0 ? (
        <p className={css['note']}>{model.note}</p>
      ) : (
        <>
          <PlainBars
            sentence={model.sentence}
            bars={model.rows.map(({ id, text, pointShare, pointWords, firstWords }) => ({
              key: id,
              text,
              share: pointShare,
              reading: `${pointWords} of points, ${firstWords} put it first`,
            }))}
          />
          <TwinTable twin={model.table} />
        </>
      )}
    </figure>
  );
}

/** Scores from 0 to 100. */
export function IndexFigure({ model }: { readonly model: IndexBarsModel }): ReactElement {
  return (
    <figure className={css['figure']}>
      <PlainBars
        sentence={model.sentence}
        bars={model.bars.map(({ label, score, interval, n, note }) => ({
          key: label,
          text: label,
          share: (score ?? 0) / 100,
          reading:
            score === null
              ? (note ?? '')
              : `${meanInWords(score)}${interval === null ? '' : ` (${meanInWords(interval.low)} to ${meanInWords(interval.high)})`}, ${repliesInWords(n ?? 0)}`,
        }))}
      />
      <TwinTable twin={model.table} />
    </figure>
  );
}
