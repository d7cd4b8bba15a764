import { type ReactElement } from 'react';
import { Heading, Shell } from '../parts/shell.tsx';
import { Closed } from './closed.tsx';
import { Form } from './form.tsx';
import { NoLink } from './no-link.tsx';
import { Review } from './review.tsx';
import { isUnsent } from './screens.ts';
import { Sent, Withdrawn } from './sent.tsx';
import { Stopped } from './stopped.tsx';
import { useAnswering, type Answering, type Opening } from './use-answering.ts';
import { useWarningBeforeLeaving } from './use-keeping.ts';
import { Waiting } from './waiting.tsx';
import { Welcome, WhichDevice } from './welcome.tsx';
import type { Work } from './work.ts';

const KEPT: Readonly<Record<Answering['keeping'], string>> = {
  off: 'Nothing is kept on this device',
  keeping: 'Keeping it on this device …',
  kept: 'Kept on this device, encrypted',
  failed: 'This browser keeps nothing: put your answers aside under a code',
};

/** The pages on which people answer. They know a link, and nobody's name. */
export function AnswerApp({ opening }: { readonly opening: Opening }): ReactElement {
  const answering = useAnswering(opening);
  const { screen, work, keeping } = answering;
  // Not only answers: without a code the link itself would be gone, and there is no second one.
  const isNowhere = work?.device === 'own' ? keeping === 'failed' : answering.aside === null;
  const isLost = work !== null && isUnsent(screen) && isNowhere;
  useWarningBeforeLeaving(isLost);
  return (
    <Shell
      name={work?.round.manifest.title ?? 'Staff survey'}
      {...(isUnsent(screen) && work?.device !== null && work !== null ? { aside: KEPT[keeping] } : {})}
    >
      <ScreenView answering={answering} />
    </Shell>
  );
}

function ScreenView({ answering }: { readonly answering: Answering }): ReactElement {
  const { screen, work } = answering;
  switch (screen.kind) {
    case 'loading':
      return (
        <p aria-live="polite" aria-busy="true">
          Opening the survey …
        </p>
      );
    case 'no-link':
      return <NoLink screen={screen} answering={answering} />;
    case 'stopped':
      return <Stopped why={screen.why} />;
    case 'closed':
      return <Closed round={screen.round} draft={screen.draft} onEmpty={() => void answering.empty()} />;
    default:
      return work === null ? <Heading title="Nothing to answer here" /> : <WorkView answering={answering} work={work} />;
  }
}

function WorkView({ answering, work }: { readonly answering: Answering; readonly work: Work }): ReactElement | null {
  const { screen } = answering;
  switch (screen.kind) {
    case 'device':
      return <WhichDevice onChoose={answering.chooseDevice} />;
    case 'welcome':
      return <Welcome work={work} isResumed={screen.isResumed} answering={answering} />;
    case 'form':
      return <Form work={work} answering={answering} />;
    case 'review':
      return <Review work={work} answering={answering} problem={screen.problem} isSending={screen.isSending} />;
    case 'waiting':
      return <Waiting work={work} answering={answering} />;
    case 'sent':
      return <Sent work={work} receipt={screen.receipt} answering={answering} />;
    case 'withdrawn':
      return <Withdrawn work={work} answering={answering} />;
    default:
      return null;
  }
}
