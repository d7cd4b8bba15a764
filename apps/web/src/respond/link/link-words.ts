/** Why somebody cannot take a link, and what to do about it. */
export const CANNOT: Readonly<Record<string, { readonly title: string; readonly says: string }>> = {
  'signed-out': {
    title: 'Sign in first',
    says: 'Your link is given to you once, so this page must know that it is you. The page on which you answer never does.',
  },
  'not-invited': {
    title: 'No survey is open for you here',
    says: 'It may not have opened yet or have closed already, or you are not on its list, which was fixed before it opened. Whoever runs the survey can tell you.',
  },
  unreachable: {
    title: 'The server did not answer',
    says: 'Nothing was taken from you. Check your connection and load this page again.',
  },
};

export const CANNOT_OTHERWISE = {
  title: 'Your survey could not be looked up',
  says: 'Nothing was taken from you. Load this page again; if that does not help, tell whoever runs the survey.',
} as const;

/** What went wrong while the link was being made. */
export function problemInWords(kind: string): string {
  if (kind === 'unreachable') return 'The server did not answer. Your link is not lost: press again.';
  if (kind === 'signed-out') return 'Your sign-in has ended. Sign in again in another tab, come back here, and press again.';
  return 'Your link could not be made. Load this page again. If it then says that your link was given out, tell whoever runs the survey: there is no second one.';
}
