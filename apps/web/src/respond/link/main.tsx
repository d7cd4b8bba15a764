import '../style/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LinkPage } from './link-page.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');
createRoot(root).render(
  <StrictMode>
    <LinkPage roundId={location.hash.slice(1)} />
  </StrictMode>,
);
