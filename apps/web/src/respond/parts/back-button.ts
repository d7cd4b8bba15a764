import { useEffect, useRef } from 'react';

/**
 * Lets the browser's own Back, which is how one goes back on a phone, lead to the question before rather than away from the
 * page. The address and the history say nothing of where one was.
 */
export function useBackButton(onBack: () => void): void {
  const latest = useRef(onBack);
  // What Back means changes with each question; the browser is told once.
  useEffect(() => {
    latest.current = onBack;
  }, [onBack]);
  useEffect(() => {
    // One entry to be taken away by Back, and laid down again.
    const lay = (): void => history.pushState({ isGuard: true }, '');
    const isLaid = (history.state as { isGuard?: boolean } | null)?.isGuard === true;
    if (!isLaid) lay();
    const goBack = (): void => {
      lay();
      latest.current();
    };
    window.addEventListener('popstate', goBack);
    return () => window.removeEventListener('popstate', goBack);
  }, []);
}
