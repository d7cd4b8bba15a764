import { useEffect, useRef, type FormEvent, type ReactElement } from 'react';
import type { Block } from '@plumbline/domain/surveys';
import { GroupView } from '../form/item-view.tsx';
import { pageAt, pagesOf, type FormPage } from '../form/pages.ts';
import { useBackButton } from '../parts/back-button.ts';
import { useIsWide } from '../parts/wide.ts';
import { AsideOrAway } from './aside-or-away.tsx';
import { RoutePage } from './route-page.tsx';
import type { Answering } from './use-answering.ts';
import { askedOf, shownOf, withAnswer, type Work } from './work.ts';

interface FormProps {
  readonly work: Work;
  readonly answering: Answering;
}

const REVIEW = { kind: 'review', problem: null, isSending: false } as const;

/** What each part of the form is called. */
export const PARTS: Readonly<Record<Block, string>> = {
  everybody: 'For everybody',
  receives: 'About the supervision you receive',
  gives: 'About the supervision you give',
  neither: 'Without supervision',
};

/** The form, page by page: first what decides the parts, then the questions. */
export function Form({ work, answering }: FormProps): ReactElement {
  const isWide = useIsWide();
  const { draft } = work;
  const asked = askedOf(work);
  const shown = shownOf(work);
  const pages = pagesOf(asked, shown, isWide);
  const place = pageAt(pages, asked, draft.at);
  const page = pages[place];
  if (draft.route === null || draft.at === null || page === undefined)
    return (
      <RoutePage
        work={work}
        answering={answering}
        onNext={(route) =>
          answering.change((before) => ({
            ...before,
            route,
            at:
              pagesOf(
                askedOf({ ...work, draft: { ...before, route } }),
                shownOf({ ...work, draft: { ...before, route } }),
                isWide,
              )[0]?.id ?? null,
          }))
        }
      />
    );

  function go(to: number): void {
    const next = pages[to];
    if (to >= pages.length) answering.show(REVIEW);
    answering.change((before) => ({ ...before, at: to < 0 ? null : (next?.id ?? 'review') }));
  }

  return (
    <PageView
      key={page.id}
      page={page}
      total={shown.length}
      work={work}
      answering={answering}
      isWide={isWide}
      onNext={() => go(place + 1)}
      onBack={() => go(place - 1)}
    />
  );
}

interface PageViewProps extends FormProps {
  readonly page: FormPage;
  readonly total: number;
  readonly isWide: boolean;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

function PageView({ page, total, work, answering, isWide, onNext, onBack }: PageViewProps): ReactElement {
  useBackButton(onBack);
  const { values } = work.draft;
  const isAnswered = page.entries.some(({ key }) => values[key] !== undefined);
  const isFromReview = answering.screen.kind === 'form' && answering.screen.isFromReview;
  const answers = {
    asked: askedOf(work),
    values,
    isWide,
    onAnswer: (key: string, value: Parameters<typeof withAnswer>[2]) =>
      answering.change((draft) => withAnswer(draft, key, value)),
  };

  function submit(event: FormEvent): void {
    event.preventDefault();
    onNext();
  }

  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      <PageHead title={PARTS[page.block]} first={page.first} last={page.last} total={total} />
      {page.groups.map((group) => (
        <GroupView
          key={group.kind === 'one' ? group.entry.key : `rows ${group.entries[0]?.key}`}
          group={group}
          answers={answers}
        />
      ))}
      <div className="bar stack">
        <div className="row">
          <button type="submit" className="button">
            {isAnswered ? 'Next' : page.entries.length === 1 ? 'Skip this question' : 'Skip these questions'}
          </button>
          <button type="button" className="button second" onClick={onBack}>
            Back
          </button>
          {isFromReview && (
            <button type="button" className="link-button" onClick={() => answering.show(REVIEW)}>
              Back to all my answers
            </button>
          )}
        </div>
        <AsideOrAway work={work} answering={answering} />
      </div>
    </form>
  );
}

interface PageHeadProps {
  readonly title: string;
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

/** Where one is. It takes the focus with each page, so that a screen reader says it. */
function PageHead({ title, first, last, total }: PageHeadProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const where = first === last ? `Question ${first} of ${total}` : `Questions ${first} to ${last} of ${total}`;
  // The focus, the scroll and the title belong to the browser, not to React.
  useEffect(() => {
    document.title = `${where} · Staff survey`;
  }, [where]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <header className="form-head">
      <h1 ref={heading} tabIndex={-1}>
        <strong>{title}</strong> {where}
      </h1>
      <progress aria-hidden="true" max={total} value={last} />
    </header>
  );
}
