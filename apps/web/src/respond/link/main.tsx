import '../style/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readAsking } from '../model/ticket.ts';
import { LinkPage } from './link-page.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');
createRoot(root).render(
  <StrictMode>
    <LinkPage asking={readAsking(location.hash)} />
  </StrictMode>,
);
