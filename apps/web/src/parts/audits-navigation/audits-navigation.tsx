import { type ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../app/session/me.tsx';
import css from './audits-navigation.module.css';

const PAGES = [
  { to: '/audits', label: 'Programme', permission: 'audits:read' },
  { to: '/audits/mine', label: 'My audits', permission: 'audits:mine' },
  { to: '/audits/board', label: 'What audits found', permission: 'audits:read' },
  { to: '/audits/actions', label: 'Actions', permission: 'audits:mine' },
  { to: '/audits/tools', label: 'Tools', permission: 'audits:plan' },
  { to: '/audits/sign-off', label: 'Sign-off', permission: 'audits:read' },
] as const;

/** The pages of audits that the person may use; the one that is open is marked. */
export function AuditsNavigation({ current }: { readonly current: (typeof PAGES)[number]['to'] }): ReactElement | null {
  const { permissions } = useMe();
  const shown = PAGES.filter(({ permission }) => permissions.includes(permission));
  if (shown.length < 2) return null;
  return (
    <nav aria-label="Audits" className="no-print">
      <ul className={css['entries']}>
        {shown.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} aria-current={to === current ? 'page' : undefined} activeOptions={{ exact: true }}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
