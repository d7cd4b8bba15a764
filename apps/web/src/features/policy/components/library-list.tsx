import { type ReactElement } from 'react';
import type { LibraryView } from '@plumbline/analytics/prepare';
import { Link } from '@tanstack/react-router';
import { hitsByPage, libraryHits, LIBRARY_PAGES, type LibraryAddress, type LibraryHit } from '../model/library-hits.ts';
import css from './clause-list.module.css';

interface LibraryListProps {
  readonly view: LibraryView;
  readonly find: string;
  /** The page that is open, if it is one of these. */
  readonly current?: LibraryAddress | undefined;
}

/** Forms, agendas and words beside the clauses: pages with how much is on each, and while finding, what was found. */
export function LibraryList({ view, find, current }: LibraryListProps): ReactElement {
  const found = hitsByPage(libraryHits(view, find));
  const search = find === '' ? {} : { find };
  return (
    <section aria-labelledby="beside">
      <h2 id="beside" className={css['beside']}>
        Beside the clauses
      </h2>
      {found.length === 0 && <p className={css['none']}>No form, word or named body contains “{find}”.</p>}
      {find === '' ? (
        <ul>
          {LIBRARY_PAGES.map(({ to, title }) => (
            <li key={to}>
              <Link to={to} aria-current={to === current ? 'page' : undefined}>
                {title} <span>{found.find((page) => page.to === to)?.hits.length ?? 0}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        found.map(({ to, title, hits }) => (
          <details key={to} open>
            <summary>
              {title} <span>{hits.length}</span>
            </summary>
            <ul>
              {hits.map((hit) => (
                <li key={hit.id}>
                  <HitLink hit={hit} search={search} />
                </li>
              ))}
            </ul>
          </details>
        ))
      )}
    </section>
  );
}

function HitLink({ hit, search }: { readonly hit: LibraryHit; readonly search: { readonly find?: string } }): ReactElement {
  if (hit.page === '/policy/forms' && !hit.id.startsWith('agreement-'))
    return (
      <Link to="/policy/forms" search={{ ...search, id: hit.id }}>
        {hit.title}
      </Link>
    );
  return (
    <Link to={hit.page} search={search} hash={hit.id}>
      {hit.title}
    </Link>
  );
}
