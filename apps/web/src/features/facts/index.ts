import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routing/root-route.ts';
import { textIn } from '../../app/routing/search.ts';

export { ConflictNotice } from './components/conflict-notice.tsx';
export { DateField } from './components/date-field.tsx';
export { DateTimeField } from './components/date-time-field.tsx';
export { ErrorSummary, fieldId, problemOfEntry } from './components/error-summary.tsx';
export { PlainForm } from './components/plain-form.tsx';
export { RecordsNavigation } from './components/records-navigation.tsx';
export { RefusalNotice } from './components/refusal-notice.tsx';
export { SavedNotice } from './components/saved-notice.tsx';
export { ButtonLink, TextLink } from './components/text-link.tsx';
export { SubjectPicker } from './components/subject-picker.tsx';
export { readDate, timeProblem, type FormProblem } from './model/check-draft.ts';
export { differenceOf, isSame, type DifferenceRow } from './model/difference.ts';
export { instantOf, type Values } from './model/draft.ts';
export { fieldsOf, type Field } from './model/field-model.ts';
export { newIdempotencyKey } from './model/idempotency.ts';
export { REFUSAL_WORDS, refusalOf, type Refusal } from './model/refusal.ts';
export { sentValues } from './model/sent-values.ts';
export { readTypedDate } from './model/typed-date.ts';
export { readTypedMinutes, readTypedTime, timeForTyping } from './model/typed-time.ts';
export { instantInWords, valueInWords } from './model/value-words.ts';

interface RecordsSearch {
  readonly kind?: string | undefined;
}

const factsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/records',
  validateSearch: (search: Record<string, unknown>): RecordsSearch => ({ kind: textIn(search, 'kind') }),
  component: lazyRouteComponent(() => import('./pages/facts-page.tsx'), 'FactsPage'),
});

const newFactRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/records/new',
  /** `subject` is the page id of the person or child that the new entry is about. */
  validateSearch: (search: Record<string, unknown>): RecordsSearch & { readonly subject?: string | undefined } => ({
    kind: textIn(search, 'kind'),
    subject: textIn(search, 'subject'),
  }),
  component: lazyRouteComponent(() => import('./pages/record-fact-page.tsx'), 'RecordFactPage'),
});

const factRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/records/$factId',
  component: lazyRouteComponent(() => import('./pages/fact-page.tsx'), 'FactPage'),
});

export const factsRoutes = [factsRoute, newFactRoute, factRoute] as const;
