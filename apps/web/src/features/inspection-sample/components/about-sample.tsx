import { type ReactElement } from 'react';
import { Title } from '@mantine/core';
import { instantInWords } from '@plumbline/analytics/wording';
import type { SampleView } from '../model/outputs.ts';
import { aboutInWords, openingInWords } from '../model/sample-words.ts';
import css from './sample.module.css';

/** What a sample is and whom it names, with every time that it was opened. */
export function AboutSample({ view }: { readonly view: SampleView }): ReactElement {
  const { names, openings } = view;
  return (
    <>
      <section aria-labelledby="about" className={css['part']}>
        <Title order={2} id="about">
          What was asked
        </Title>
        <dl className={css['about']}>
          {aboutInWords(view).map(({ what, value }) => (
            <div key={what} style={{ display: 'contents' }}>
              <dt>{what}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <Names what="Staff" names={names.people} />
          <Names what="Children" names={names.children} />
        </dl>
      </section>
      <section aria-labelledby="openings" className={`${css['part']} no-print`}>
        <Title order={2} id="openings">
          When it was opened
        </Title>
        {openings.length === 0 ? (
          <p className={css['note']}>Not yet: nobody has seen a record of this sample.</p>
        ) : (
          <ul className={css['names']}>
            {openings.map((opening) => (
              <li key={`${opening.at} ${opening.by} ${String(opening.isFile)}`}>
                {instantInWords(opening.at)}: {openingInWords(opening)}.
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Names({ what, names }: { readonly what: string; readonly names: readonly string[] }): ReactElement | null {
  if (names.length === 0) return null;
  return (
    <div style={{ display: 'contents' }}>
      <dt>{what}</dt>
      <dd>{names.join(', ')}</dd>
    </div>
  );
}
