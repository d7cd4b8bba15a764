import { type ReactElement } from 'react';
import type { PolicyView } from '@plumbline/analytics/compliance';
import { conventionInWords, conventionChoices, dateInWords } from '@plumbline/analytics/wording';
import { useMe } from '../../../app/session/me.tsx';
import { DecideOtherwise } from '../../policy-authoring/index.ts';
import css from './policy.module.css';

/** How counting is done, each with what says so; what the council has switched says who decided it, when and why. */
export function ConventionsList({ conventions }: { readonly conventions: PolicyView['conventions'] }): ReactElement {
  const mayDecide = useMe().permissions.includes('policy:draft');
  return (
    <ul>
      {conventions.map((one) => (
        <li key={one.name}>
          {conventionInWords(one.name, one.value)} <span className={css['cites']}>{one.cites}</span>
          {one.switched !== null && (
            <p className={css['cites']}>
              Local: decided by {one.switched.by} on {dateInWords(one.switched.on)}, because: {one.switched.because} The text
              would say: {conventionInWords(one.name, one.switched.from)}
            </p>
          )}
          {mayDecide &&
            conventionChoices(one.name)
              .filter((value) => value !== one.value)
              .map((value) => (
                <div key={value} className="no-print">
                  <DecideOtherwise
                    from={{ kind: 'convention', name: one.name, value }}
                    label="Count it otherwise here"
                    then={conventionInWords(one.name, value)}
                  />
                </div>
              ))}
        </li>
      ))}
    </ul>
  );
}
