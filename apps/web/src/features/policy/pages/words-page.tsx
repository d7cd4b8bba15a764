import { type ReactElement } from 'react';
import { Badge } from '@mantine/core';
import type { MeaningModel, TermModel } from '@plumbline/analytics/prepare';
import { Empty } from '../../../app/states/empty.tsx';
import { Cites } from '../components/cites.tsx';
import { LibraryFrame } from '../components/library-frame.tsx';
import css from '../components/library.module.css';

/** What words mean in this policy, in which rules, and what other councils mean by them. */
export function WordsPage(): ReactElement {
  return (
    <LibraryFrame address="/policy/words" title="Words">
      {({ terms }, isFound) => (
        <div className={css['text']}>
          {terms.length === 0 && (
            <Empty title="No words yet">What this council’s words mean will be listed here once it stands in the policy.</Empty>
          )}
          {terms
            .filter(({ id }) => isFound(id))
            .map((term) => (
              <Term key={term.id} term={term} />
            ))}
        </div>
      )}
    </LibraryFrame>
  );
}

function Term({ term }: { readonly term: TermModel }): ReactElement {
  return (
    <article className={css['entry']} id={term.id} aria-labelledby={`${term.id}-title`}>
      <h2 id={`${term.id}-title`}>{term.term}</h2>
      {term.also.length > 0 && <p className={css['quiet']}>Also: {term.also.join(', ')}</p>}
      {term.meanings.length === 1 ? (
        term.meanings.map((meaning) => (
          <div key={meaning.id}>
            <p>{meaning.says}</p>
            <UsedIn meaning={meaning} />
          </div>
        ))
      ) : (
        <>
          <p className={css['flag']}>
            <span aria-hidden="true">◇</span> {term.meanings.length} meanings here
          </p>
          <ol>
            {term.meanings.map((meaning) => (
              <li key={meaning.id}>
                <strong>{meaning.qualified}</strong>{' '}
                {meaning.isUsual && (
                  <Badge tt="none" variant="outline" size="sm">
                    meant where nothing is said
                  </Badge>
                )}
                <div>{meaning.says}</div>
                <UsedIn meaning={meaning} />
              </li>
            ))}
          </ol>
        </>
      )}
      {term.elsewhere.map(({ council, says }) => (
        <p key={council}>
          <span className={css['flag']}>
            <span aria-hidden="true">≠</span> In {council}:
          </span>{' '}
          {says}
        </p>
      ))}
    </article>
  );
}

function UsedIn({ meaning }: { readonly meaning: MeaningModel }): ReactElement {
  const clauses = meaning.clauses.join(' · ');
  return (
    <div className={css['quiet']}>
      Used in <Cites clause={clauses === '' ? null : clauses} rows={meaning.rules} />
    </div>
  );
}
