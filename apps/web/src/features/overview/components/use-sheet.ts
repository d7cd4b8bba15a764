import { useEffect } from 'react';

/** While the page is open, the browser prints on one sheet across. Rules for the sheet hold for a whole document, so they go with the page. */
export function useSheet(): void {
  // The sheet that a document is printed on belongs to the browser, not to React.
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@page { size: A4 landscape; margin: 9mm 11mm; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, []);
}
