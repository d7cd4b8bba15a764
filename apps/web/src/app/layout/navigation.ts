/** One entry of the bar at the top. */
export interface NavigationEntry {
  readonly to: '/' | '/my-supervision' | '/team' | '/service' | '/policy' | '/imports';
  readonly label: string;
  /** Any one of these opens it. */
  readonly permissions: readonly string[];
}

const ENTRIES: readonly NavigationEntry[] = [
  { to: '/', label: 'Home', permissions: ['me:read'] },
  { to: '/my-supervision', label: 'My supervision', permissions: ['own-supervision:read'] },
  { to: '/team', label: 'My team', permissions: ['teams:read'] },
  { to: '/service', label: 'Service', permissions: ['service:read'] },
  { to: '/policy', label: 'Practice and policy', permissions: ['policy:read'] },
  { to: '/imports', label: 'Imports and records', permissions: ['imports:read', 'facts:record'] },
];

/** The entries that a person may use, in the order of their days. */
export function navigationFor(permissions: readonly string[]): readonly NavigationEntry[] {
  return ENTRIES.filter((entry) => entry.permissions.some((permission) => permissions.includes(permission)));
}
