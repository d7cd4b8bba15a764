import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import base from '../../../respond/style/base.css?inline';
import form from '../../../respond/style/form.css?inline';
import page from '../../../respond/style/page.css?inline';
import tokens from '../../../respond/style/tokens.css?inline';
import css from './design.module.css';

/** Respondents' own style, for a tree of its own: what speaks of the whole page there speaks of the phone here. */
const STYLE = [tokens, base, page, form]
  .join('\n')
  .replaceAll(':root', ':host')
  .replaceAll(/(^|[\s},])(?:html|body)(?=\s*[{,])/g, '$1:host');

/**
 * A phone's screen with respondents' pages in it: their parts in their style, apart from the style of this page, so that what is seen
 * here is what will be seen there.
 */
export function PhoneFrame({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const [inside, setInside] = useState<ShadowRoot | null>(null);
  // A tree with a style of its own is the browser's, not React's.
  useEffect(() => {
    if (host.current === null) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    setInside(root);
  }, []);
  return (
    <section className={css['phone']} aria-label={label}>
      <div ref={host} className={css['screen']}>
        {inside !== null && createPortal(<div className="stack">{children}</div>, inside)}
      </div>
    </section>
  );
}
