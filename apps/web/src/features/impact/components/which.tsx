import { type ReactElement } from 'react';
import { windowsInWords } from '@plumbline/analytics/wording';
import type { ImpactView } from '../model/outputs.ts';
import { otherVersionsInWords } from '../model/versions.ts';
import css from './impact.module.css';

/** Which version of the policy is looked at, and which months are compared. */
export function Which({ view }: { readonly view: ImpactView }): ReactElement {
  const others = otherVersionsInWords(view);
  return (
    <div>
      <p className={css['policy']}>
        Version {view.version.number}: {view.version.title}
      </p>
      <p className={css['windows']}>{windowsInWords(view.version.validFrom, view)}</p>
      {others !== null && <p className={css['quiet']}>{others}</p>}
    </div>
  );
}
