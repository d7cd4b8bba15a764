import { type ReactElement } from 'react';
import { Heading } from '../parts/shell.tsx';
import type { Screen } from './screens.ts';

type Why = Extract<Screen, { kind: 'stopped' }>['why'];

const TAMPERED =
  'Please do not answer. Tell whoever runs the survey, or somebody whom you trust to ask: it may be a mistake, or somebody may be trying to tell people apart.';

const WORDS: Readonly<Partial<Record<Why, readonly [title: string, says: string]>>> = {
  'other-manifest': [
    'The fingerprint of this survey is another one',
    `It is not the one that you were given with your link. ${TAMPERED}`,
  ],
  'other-instrument': ['These are not the questions that were published', TAMPERED],
  'other-key': ['A key of this survey is not the one that was published', TAMPERED],
  'not-signed': [
    'This link does not fit this survey',
    'No published key of the survey has signed it. Open the survey again from the page Surveys; if this comes again, do not answer, and tell whoever runs the survey.',
  ],
  'link-lost': [
    'Your link could not be put together',
    'The half of it that only your browser knew is not in this tab. Go back to the page Surveys in the tab in which you began and press the same button again: it goes on from there. If that tab is closed, the link is lost, and so is this answer: nobody can make a second one.',
  ],
  'not-found': ['There is no such survey here', 'Open it again from the page Surveys, or from the address in your invitation.'],
  'not-open': [
    'This survey is not open',
    'No more answers are taken, and what was put aside under a code can no longer be taken up. After closing, your receipt can be looked for at the same address.',
  ],
  unreachable: [
    'The survey could not be reached',
    'Check your connection, then load this page again. What is kept on this device stays there.',
  ],
  busy: ['The survey is busy', 'Wait a minute, then load this page again.'],
};

/** Nothing can be answered, why, and what to do. */
export function Stopped({ why }: { readonly why: Why }): ReactElement {
  const [title, says] = WORDS[why] ?? [
    'The survey could not be opened',
    'Load this page again, or open the survey again from the page Surveys. An up-to-date browser is needed.',
  ];
  return (
    <div className="stack-wide">
      <Heading title={title} lead={says} />
      <p>
        <button type="button" className="button second" onClick={() => location.reload()}>
          Load again
        </button>
      </p>
    </div>
  );
}
