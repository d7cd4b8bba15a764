import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { Title } from '@mantine/core';
import css from './page-heading.module.css';

interface PageHeadingProps {
  readonly title: string;
  /** What the browser tab says, where the heading is too long for it. */
  readonly tabTitle?: string;
  /** One quiet line under the title. */
  readonly lead?: ReactNode;
  /** Controls at the right of the title: the day asked about, one main action. */
  readonly actions?: ReactNode;
  /** Links back, on deep pages. */
  readonly above?: ReactNode;
}

/** The first page leaves the focus where the browser puts it; each page after it starts at its heading. */
let hasShownPage = false;

/** The one heading of a page. It names the browser tab and takes the focus when somebody moves to the page. */
export function PageHeading({ title, tabTitle = title, lead, actions, above }: PageHeadingProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  // The document's title and the focus belong to the browser, not to React.
  useEffect(() => {
    document.title = `${tabTitle} · Plumbline`;
  }, [tabTitle]);
  useEffect(() => {
    if (hasShownPage) heading.current?.focus({ preventScroll: true });
    hasShownPage = true;
  }, []);
  return (
    <header className={css['heading']}>
      {above !== undefined && <div className={css['above']}>{above}</div>}
      <div className={css['row']}>
        <div className={css['words']}>
          <Title order={1} ref={heading} tabIndex={-1} id="page-title">
            {title}
          </Title>
          {lead !== undefined && <div className={css['lead']}>{lead}</div>}
        </div>
        {actions !== undefined && <div className={`${css['actions']} no-print`}>{actions}</div>}
      </div>
    </header>
  );
}
