import { type ReactElement } from 'react';
import { hoursBars } from '../model/hours-bars.ts';
import type { WorkedOut } from '../model/figures.ts';
import css from './what-if.module.css';

/** Hours a month under each set of rules; the upright line is what was really spent. */
export function HoursPicture({ view }: { readonly view: WorkedOut }): ReactElement | null {
  const model = hoursBars(view);
  if (model === null) return null;
  return (
    <section aria-labelledby="hours">
      <h2 id="hours">Hours a month</h2>
      <p className={css['sentence']}>The upright line stands at the {model.spentText} a month that supervision really took.</p>
      <ul className={css['bars']}>
        {model.bars.map(({ name, share, text }) => (
          <li key={name}>
            <span className={css['barName']}>{name}</span>
            <span className={css['track']} aria-hidden="true">
              {share !== null && <span className={css['bar']} style={{ width: `${share * 100}%` }} />}
              <span className={css['plumb']} style={{ left: `${model.spentAt * 100}%` }} />
            </span>
            <span className={css['barText']}>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
