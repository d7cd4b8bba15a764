import type { LibraryView } from '@plumbline/analytics/prepare';

/** The pages beside the clauses, in the order in which they are listed. */
export const LIBRARY_PAGES = [
  { to: '/policy/forms', title: 'Templates and agreements' },
  { to: '/policy/agendas', title: 'Agendas' },
  { to: '/policy/statuses', title: 'Statuses and reasons' },
  { to: '/policy/words', title: 'Words' },
  { to: '/policy/bodies', title: 'Named bodies' },
] as const;

export type LibraryAddress = (typeof LIBRARY_PAGES)[number]['to'];

/** One thing beside the clauses that can be found: where it stands and what it is called. */
export interface LibraryHit {
  readonly page: LibraryAddress;
  /** The anchor on its page; for a form, its id. */
  readonly id: string;
  readonly title: string;
}

interface Findable extends LibraryHit {
  readonly text: string;
}

/** Everything beside the clauses that contains a text; everything where the text is empty. */
export function libraryHits(view: LibraryView, text: string): LibraryHit[] {
  const wanted = text.trim().toLowerCase();
  return findables(view)
    .filter((one) => wanted === '' || `${one.title} ${one.text}`.toLowerCase().includes(wanted))
    .map(({ page, id, title }) => ({ page, id, title }));
}

/** What is found on each page, with pages on which nothing is left out. */
export function hitsByPage(
  hits: readonly LibraryHit[],
): { readonly to: LibraryAddress; readonly title: string; readonly hits: readonly LibraryHit[] }[] {
  return LIBRARY_PAGES.flatMap(({ to, title }) => {
    const found = hits.filter(({ page }) => page === to);
    return found.length === 0 ? [] : [{ to, title, hits: found }];
  });
}

function findables(view: LibraryView): Findable[] {
  const cited = (rows: readonly { readonly id: string }[]): string => rows.map(({ id }) => id).join(' ');
  return [
    ...view.agreements.map((one) => ({
      page: '/policy/forms' as const,
      id: agreementAnchor(one.id),
      title: `${one.title}: what it must say`,
      text: [one.clause, one.says, one.review.says, ...one.mustSay.map(({ label }) => label), ...one.reviewQuestions].join(' '),
    })),
    ...view.forms.map((one) => ({
      page: '/policy/forms' as const,
      id: one.id,
      title: one.title,
      text: [one.entry, one.clause, one.says, one.forWhom, one.contains].join(' '),
    })),
    ...view.agendas.map((one) => ({
      page: '/policy/agendas' as const,
      id: one.id,
      title: one.title,
      text: [one.clause, one.says, ...one.items.map((item) => `${item.title} ${item.help ?? ''} ${cited(item.cites)}`)].join(' '),
    })),
    ...[...view.statuses, ...view.events].flatMap((group) =>
      group.statuses.map((one) => ({
        page: '/policy/statuses' as const,
        id: one.id,
        title: one.word,
        text: [group.title, one.says ?? '', one.clause ?? '', one.keptAs ?? '', cited(one.cites)].join(' '),
      })),
    ),
    ...view.reasons.map((one) => ({
      page: '/policy/statuses' as const,
      id: reasonAnchor(one.id),
      title: one.title,
      text: [one.help ?? '', one.clause ?? '', ...one.choices, cited(one.cites)].join(' '),
    })),
    ...view.recordClasses.map((one) => ({
      page: '/policy/statuses' as const,
      id: recordAnchor(one.id),
      title: one.title,
      text: [one.says, one.keptIn ?? '', one.clause, cited(one.cites)].join(' '),
    })),
    ...view.terms.map((one) => ({
      page: '/policy/words' as const,
      id: one.id,
      title: one.term,
      text: [...one.also, ...one.meanings.map(({ says, qualified }) => `${says} ${qualified ?? ''}`)].join(' '),
    })),
    ...view.bodies.map((one) => ({
      page: '/policy/bodies' as const,
      id: one.id,
      title: one.name,
      text: [...one.also, one.kind, one.says, one.clause, one.superseded?.by ?? '', cited(one.cites)].join(' '),
    })),
    ...view.roles.map((one) => ({
      page: '/policy/bodies' as const,
      id: roleAnchor(one.id),
      title: one.title,
      text: [one.says, one.turnTo ?? '', one.clause, cited(one.cites)].join(' '),
    })),
  ];
}

/** Anchors of what would otherwise share an id with something else on its page. */
export function agreementAnchor(id: string): string {
  return `agreement-${id}`;
}

export function reasonAnchor(id: string): string {
  return `reason-${id}`;
}

export function recordAnchor(id: string): string {
  return `record-${id}`;
}

export function roleAnchor(id: string): string {
  return `role-${id}`;
}
