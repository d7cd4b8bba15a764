import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { useTRPC } from '../api/trpc.ts';
import { problemOf } from '../api/problem.ts';
import { Problem } from '../states/problem.tsx';
import { PageSkeleton } from '../states/page-skeleton.tsx';
import { MeProvider } from './me.tsx';
import { SessionKeeper } from './session-keeper.tsx';
import { noteSignedIn } from './sign-in-again.ts';
import { SignInAgainModal } from './sign-in-again-modal.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** Shows the pages to somebody who is signed in, and the sign-in page to everybody else. */
export function SessionGate({ children }: { readonly children: ReactNode }): ReactElement {
  const trpc = useTRPC();
  const me = useQuery(trpc.me.get.queryOptions(undefined, { staleTime: 5 * 60_000 }));
  useEffect(() => {
    if (me.isSuccess) noteSignedIn();
  }, [me.isSuccess]);
  if (me.isPending) return <PageSkeleton label="Opening Plumbline" isWholePage />;
  if (me.isError && problemOf(me.error) === 'signed-out') return <SignInPage onSignedIn={() => void me.refetch()} />;
  if (me.isError)
    return <Problem error={me.error} what="Plumbline could not be opened" onRetry={() => void me.refetch()} isWholePage />;
  return (
    <MeProvider me={me.data}>
      {children}
      <SessionKeeper />
      <SignInAgainModal me={me.data} />
    </MeProvider>
  );
}
