import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';

interface ShellProps {
  /** What the survey or the page is called, beside the mark. */
  readonly name: string;
  /** At the right of the bar: what is kept where. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** The quiet frame of respondents' pages: the mark, the survey's name, and nothing else. */
export function Shell({ name, aside, children }: ShellProps): ReactElement {
  return (
    <>
      <header className="top">
        <div className="top-inner">
          <span className="brand">
            <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
              <path d="M16 1v14" stroke="var(--accent)" strokeWidth="2.5" strokeLinecap="round" />
              <path d="M12 14h8l2.500 5L16 31 9.500 19z" fill="var(--accent)" />
            </svg>
            {name}
          </span>
          {aside !== undefined && <span className="small quiet">{aside}</span>}
        </div>
      </header>
      <main>{children}</main>
    </>
  );
}

interface HeadingProps {
  readonly title: string;
  readonly lead?: ReactNode;
}

/** The one heading of what is on the screen now. It takes the focus when it comes, so that it is read out. */
export function Heading({ title, lead }: HeadingProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  // The title and the focus belong to the browser, not to React.
  useEffect(() => {
    document.title = title;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [title]);
  return (
    <header>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
    </header>
  );
}
