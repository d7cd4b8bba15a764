import { type ReactElement } from 'react';
import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OwnerFlag } from '@plumbline/analytics/prepare';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import css from './library.module.css';

const KINDS: Readonly<Record<OwnerFlag['kind'], string>> = {
  superseded: 'Named, and out of date',
  ambiguous: 'Words with several meanings',
  missing: 'Not in our copy',
  slot: 'Empty places for the council’s own forms and tools',
};

/** What in the policy its owner should look at. Nothing for anybody else. */
function useOwnerFlags(): readonly OwnerFlag[] {
  const trpc = useTRPC();
  const isOwner = useMe().permissions.includes('policy:draft');
  const flags = useQuery(trpc.policy.flags.queryOptions(undefined, { enabled: isOwner, staleTime: 10 * 60_000 }));
  return flags.data ?? [];
}

/** One line for the owner on the first page of the policy. */
export function OwnerNotice(): ReactElement | null {
  const flags = useOwnerFlags();
  const gone = flags.filter(({ kind }) => kind === 'superseded');
  if (flags.length === 0) return null;
  return (
    <Alert title="For you as the owner of the policy" variant="light" mb="md">
      {gone.map(({ title }) => `${title}. `).join('')}
      <Link to="/policy/bodies" hash="for-the-owner">
        {flags.length === 1 ? 'One thing to look at' : `${flags.length} things to look at`}
      </Link>
    </Alert>
  );
}

/** Everything for the owner, by kind. */
export function OwnerFlags(): ReactElement | null {
  const flags = useOwnerFlags();
  if (flags.length === 0) return null;
  return (
    <section aria-labelledby="for-the-owner" className={css['flags']}>
      <h2 id="for-the-owner">For you as the owner of the policy</h2>
      {Object.entries(KINDS).map(([kind, heading]) => {
        const some = flags.filter((flag) => flag.kind === kind);
        return (
          some.length > 0 && (
            <div key={kind}>
              <h3>{heading}</h3>
              <ul>
                {some.map(({ title, says }) => (
                  <li key={title}>
                    <strong>{title}.</strong> {says}
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
    </section>
  );
}
