import { type ReactElement } from 'react';

/** The mark of the product: a bob on its line. */
export function PlumbMark({ size = 24 }: { readonly size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M16 1v14" stroke="var(--pl-accent)" strokeWidth="2.5" strokeLinecap="round" />
      <path d="M12 14h8l2.500 5L16 31 9.500 19z" fill="var(--pl-accent)" />
    </svg>
  );
}
