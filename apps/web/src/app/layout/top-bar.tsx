import { type ReactElement } from 'react';
import { Burger, Collapse, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { openPalette } from '../keyboard/palette-store.ts';
import { useMe } from '../session/me.tsx';
import { AccountMenu } from './account-menu.tsx';
import { navigationFor } from './navigation.ts';
import { PlumbMark } from './plumb-mark.tsx';
import css from './top-bar.module.css';

function NavigationLinks({ onFollow }: { readonly onFollow?: () => void }): ReactElement {
  const me = useMe();
  return (
    <ul className={css['links']}>
      {navigationFor(me.permissions).map((entry) => (
        <li key={entry.to}>
          <Link
            to={entry.to}
            className={css['link']}
            activeOptions={{ exact: entry.to === '/', includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
            {...(onFollow === undefined ? {} : { onClick: onFollow })}
          >
            {entry.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Brand, the entries of the person's roles, search and the account. */
export function TopBar(): ReactElement {
  const me = useMe();
  const [isOpen, menu] = useDisclosure(false);
  return (
    <header className={`${css['bar']} no-print`}>
      <div className={css['inner']}>
        <Link to="/" className={css['brand']} aria-label="Plumbline, Home">
          <PlumbMark />
          <span>Plumbline</span>
        </Link>
        <nav className={css['wide']} aria-label="Main">
          <NavigationLinks />
        </nav>
        <div className={css['end']}>
          <button type="button" className={css['search']} onClick={openPalette} aria-keyshortcuts="Control+K">
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
              <path d="m10.500 10.500 4 4" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
            </svg>
            <span className={css['searchWord']}>Search</span>
            <VisuallyHidden>for a person, a child or a page</VisuallyHidden>
            <kbd className={css['kbd']} aria-hidden="true">
              Ctrl K
            </kbd>
          </button>
          <AccountMenu />
          <Burger
            className={css['burger'] ?? ''}
            opened={isOpen}
            onClick={menu.toggle}
            aria-label={isOpen ? 'Close the menu' : 'Open the menu'}
            aria-expanded={isOpen}
            size="sm"
          />
        </div>
      </div>
      <Collapse expanded={isOpen} className={css['narrow'] ?? ''}>
        <nav aria-label="Main">
          <NavigationLinks onFollow={menu.close} />
        </nav>
      </Collapse>
      {me.council.isDemonstration && (
        <p className={css['demo']}>Demonstration: {me.council.name}. Every person and child here is invented.</p>
      )}
    </header>
  );
}
