import '../style/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readFragment } from '../model/ticket.ts';
import { AnswerApp } from './answer-app.tsx';

// Before anything else: the address bar is for nobody to read. What stood there stays in the browser's list of visited pages, and is
// worth nothing by itself.
const fragment = location.hash;
history.replaceState(null, '', location.pathname);

// A page that the browser kept while somebody was elsewhere would show what was on it to whoever presses Back.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

// Another link pasted into the same tab changes nothing but the fragment, by itself.
window.addEventListener('hashchange', () => location.reload());

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');
const reactRoot = createRoot(root);
const page = fragment.startsWith('#paper.') ? (
  await import('../paper/paper-app.tsx').then(({ PaperApp }) => <PaperApp fragment={fragment} />)
) : (
  <AnswerApp opening={readFragment(fragment)} />
);
reactRoot.render(<StrictMode>{page}</StrictMode>);
