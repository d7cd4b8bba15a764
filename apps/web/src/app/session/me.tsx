import { createContext, use, type ReactElement, type ReactNode } from 'react';
import type { Me } from '@plumbline/analytics/compliance';

export type { Me };

const MeContext = createContext<Me | null>(null);

export function MeProvider({ me, children }: { readonly me: Me; readonly children: ReactNode }): ReactElement {
  return <MeContext value={me}>{children}</MeContext>;
}

/** Who is signed in, for which council, and which day the server says it is. */
export function useMe(): Me {
  const me = use(MeContext);
  if (me === null) throw new Error('Asked who is signed in outside the signed-in part of the page');
  return me;
}
