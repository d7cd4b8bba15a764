import { type ReactElement } from 'react';
import { Outlet } from '@tanstack/react-router';
import { BlankScreen } from '../keyboard/blank-screen.tsx';
import { Palette } from '../keyboard/palette.tsx';
import { Shortcuts } from '../keyboard/shortcuts.tsx';
import { LeaveDialog } from '../leave/leave-dialog.tsx';
import { SessionGate } from '../session/session-gate.tsx';
import { TopBar } from './top-bar.tsx';
import css from './app-frame.module.css';

/** The frame around every page: skip link, bar, the page, and what any page can call up. */
export function AppFrame(): ReactElement {
  return (
    <SessionGate>
      <a href="#content" className={css['skip']}>
        Skip to the page
      </a>
      <TopBar />
      <main id="content" tabIndex={-1} className={css['content']}>
        <Outlet />
      </main>
      <Palette />
      <Shortcuts />
      <LeaveDialog />
      <BlankScreen />
    </SessionGate>
  );
}
