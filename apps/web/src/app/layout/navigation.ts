/** One entry of the bar at the top. */
export interface NavigationEntry {
  readonly to: '/' | '/my-supervision' | '/team' | '/service' | '/policy' | '/audits' | '/surveys' | '/imports' | '/records';
  readonly label: string;
  readonly permission: string;
  /** Left out for whoever has this one, because another entry already leads there. */
  readonly unless?: string;
}

const ENTRIES: readonly NavigationEntry[] = [
  { to: '/', label: 'Home', permission: 'me:read' },
  { to: '/my-supervision', label: 'My supervision', permission: 'own-supervision:read' },
  { to: '/team', label: 'My team', permission: 'teams:read' },
  { to: '/service', label: 'Service', permission: 'service:read' },
  { to: '/policy', label: 'Practice and policy', permission: 'policy:read' },
  { to: '/audits', label: 'Audits', permission: 'audits:read' },
  { to: '/surveys', label: 'Surveys', permission: 'surveys:read' },
  { to: '/imports', label: 'Imports and records', permission: 'imports:read' },
  { to: '/records', label: 'Records', permission: 'facts:record', unless: 'imports:read' },
];

/** The entries that a person may use, in the order of their days. */
export function navigationFor(permissions: readonly string[]): readonly NavigationEntry[] {
  return ENTRIES.filter(
    (entry) => permissions.includes(entry.permission) && (entry.unless === undefined || !permissions.includes(entry.unless)),
  );
}
