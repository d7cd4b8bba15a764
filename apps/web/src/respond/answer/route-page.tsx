import { useState, type FormEvent, type ReactElement } from 'react';
import { ROUTE_QUESTION, type SupervisionRoute } from '@plumbline/domain/surveys';
import { Choices } from '../form/question.tsx';
import { useBackButton } from '../parts/back-button.ts';
import { Heading } from '../parts/shell.tsx';
import { AsideOrAway } from './aside-or-away.tsx';
import type { Answering } from './use-answering.ts';
import type { Work } from './work.ts';

interface RoutePageProps {
  readonly work: Work;
  readonly answering: Answering;
  readonly onNext: (route: SupervisionRoute) => void;
}

/** The one question that cannot be skipped, because it decides which others are asked. */
export function RoutePage({ work, answering, onNext }: RoutePageProps): ReactElement {
  const [route, setRoute] = useState(work.draft.route);
  const [isMissing, setIsMissing] = useState(false);

  const goBack = (): void => answering.show({ kind: 'welcome', isResumed: false });
  useBackButton(goBack);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsMissing(route === null);
    if (route !== null) onNext(route);
  }

  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      <Heading title="First of all" />
      <fieldset className="question" aria-describedby="route-help route-missing">
        <legend>{ROUTE_QUESTION.text}</legend>
        <p id="route-help" className="help">
          This decides which questions you see. It is the only one that you cannot skip.
        </p>
        <Choices
          name="route"
          choices={ROUTE_QUESTION.options.map(({ id, text }) => ({ value: id, text }))}
          value={route}
          onChoose={(value) => {
            setRoute(value as SupervisionRoute);
            setIsMissing(false);
          }}
        />
        <p id="route-missing" className="problem" role="alert">
          {isMissing && 'Choose one to go on.'}
        </p>
      </fieldset>
      <div className="bar stack">
        <div className="row">
          <button type="submit" className="button">
            Next
          </button>
          <button type="button" className="button second" onClick={goBack}>
            Back
          </button>
        </div>
        <AsideOrAway work={work} answering={answering} />
      </div>
    </form>
  );
}
