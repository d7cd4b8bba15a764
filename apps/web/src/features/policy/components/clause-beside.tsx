import { type ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import css from './clause-beside.module.css';

/** The council's own document beside a rule: the clause itself where it is text, the whole where it is a PDF. */
export function ClauseBeside({ ruleId }: { readonly ruleId: string }): ReactElement | null {
  const trpc = useTRPC();
  const clause = useQuery(trpc.policy.clause.queryOptions({ ruleId }, { staleTime: 10 * 60_000 }));
  if (clause.data === undefined || clause.data === null) return null;
  const { document, found } = clause.data;
  const address = `/api/policy/documents/${document.id}`;
  return (
    <section aria-labelledby="own-words" className={css['beside']}>
      <h3 id="own-words">In the council’s own words</h3>
      {found !== null && (
        <blockquote className={css['words']}>
          {found.lines.map((line, i) => (
            // Lines of a text have nothing that tells them apart but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <p key={i}>{line}</p>
          ))}
        </blockquote>
      )}
      {found !== null && !found.isExact && (
        <p className={css['quiet']}>The clause itself is not numbered in the document; this is part {found.number}, around it.</p>
      )}
      {found === null && document.mediaType !== 'application/pdf' && (
        <p>The clause was not found in the document by its number.</p>
      )}
      {document.mediaType === 'application/pdf' && (
        <iframe className={css['pdf']} src={address} title={`${document.fileName}, the council’s own document`} />
      )}
      <p>
        <a href={address} target="_blank" rel="noreferrer">
          {document.mediaType.startsWith('application/vnd') ? 'Take the whole document' : 'Open the whole document'}:{' '}
          {document.fileName}
        </a>
      </p>
    </section>
  );
}
