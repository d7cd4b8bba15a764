import { type ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import css from './focus-groups.module.css';

type Place = 'groups' | 'themes' | 'codebook';

const ENTRIES = [
  { place: 'groups', to: '/surveys/focus-groups', label: 'Groups' },
  { place: 'themes', to: '/surveys/focus-groups/themes', label: 'Themes' },
  { place: 'codebook', to: '/surveys/focus-groups/codebook', label: 'Codebook' },
] as const;

/** The three places of focus groups. */
export function GroupsNavigation({ here }: { readonly here: Place }): ReactElement {
  return (
    <nav aria-label="Focus groups" className="no-print">
      <ul className={css['tabs']}>
        {ENTRIES.map(({ place, to, label }) => (
          <li key={place}>
            <Link to={to} aria-current={place === here ? 'page' : undefined} activeOptions={{ exact: true }}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
