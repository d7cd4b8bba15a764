/** One entry of the bar at the top. */
export interface NavigationEntry {
  readonly to: '/' | '/my-supervision' | '/team' | '/service' | '/policy' | '/imports';
  readonly label: string;
  readonly roles: readonly string[] | 'everybody';
}

const SUPERVISORS = ['team-manager', 'registered-manager', 'service-manager', 'principal-social-worker', 'practice-supervisor'];

const ENTRIES: readonly NavigationEntry[] = [
  { to: '/', label: 'Home', roles: 'everybody' },
  { to: '/my-supervision', label: 'My supervision', roles: ['social-worker', 'residential-carer', 'team-manager', 'registered-manager', 'service-manager', 'principal-social-worker', 'practice-supervisor'] },
  { to: '/team', label: 'My team', roles: SUPERVISORS },
  { to: '/service', label: 'Service', roles: ['service-manager', 'principal-social-worker'] },
  { to: '/policy', label: 'Practice and policy', roles: 'everybody' },
  { to: '/imports', label: 'Imports and records', roles: ['administrator'] },
];

/** The entries that a person's roles may use, in the order of their days. */
export function navigationFor(roles: readonly string[]): readonly NavigationEntry[] {
  return ENTRIES.filter((entry) => entry.roles === 'everybody' || entry.roles.some((role) => roles.includes(role)));
}
