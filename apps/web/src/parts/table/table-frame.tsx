import { type ReactElement, type ReactNode } from 'react';
import css from './table-frame.module.css';

/** Lets a wide table scroll by itself on a narrow screen; it can be reached and moved with the keyboard. */
export function TableFrame({
  label,
  minWidth,
  children,
  className = '',
}: {
  readonly label: string;
  readonly minWidth: number;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keyboard
    <section className={`${css['frame']} ${className}`} aria-label={label} tabIndex={0}>
      <div style={{ minWidth }}>{children}</div>
    </section>
  );
}
