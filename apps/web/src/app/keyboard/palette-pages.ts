import { navigationFor, type NavigationEntry } from '../layout/navigation.ts';

/** A page that the palette leads to. */
export interface PalettePage {
  readonly to: NavigationEntry['to'] | (typeof DEEPER)[number]['to'];
  readonly label: string;
}

/** Pages that stand below an entry of the bar, as their headings name them. */
const DEEPER = [
  { to: '/audits/mine', label: 'My audits', permission: 'audits:mine' },
  { to: '/audits/board', label: 'What audits found', permission: 'audits:read' },
  { to: '/audits/actions', label: 'Actions after audits', permission: 'audits:mine' },
  { to: '/audits/tools', label: 'Audit tools', permission: 'audits:plan' },
  { to: '/audits/plan', label: 'Plan an audit', permission: 'audits:plan' },
  { to: '/what-if', label: 'What if another policy had held', permission: 'policy:draft' },
  { to: '/events', label: 'What else happened', permission: 'service:read' },
  { to: '/impact', label: 'Impact', permission: 'impact:read' },
  { to: '/overview', label: 'Supervision at a glance', permission: 'impact:read' },
  { to: '/inspection', label: 'Inspection pack', permission: 'impact:pack' },
  { to: '/inspection/sample', label: 'Inspector’s sample', permission: 'impact:sample' },
  { to: '/audits/sign-off', label: 'Sign off supervision figures', permission: 'audits:read' },
] as const;

/** The pages whose names hold the text, as far as the person may use them: with no text, the entries of the bar alone. */
export function palettePages(permissions: readonly string[], text: string): readonly PalettePage[] {
  const typed = text.trim().toLocaleLowerCase('en-GB');
  const deeper = typed === '' ? [] : DEEPER.filter(({ permission }) => permissions.includes(permission));
  const pages: readonly PalettePage[] = [...navigationFor(permissions), ...deeper];
  return pages.filter(({ label }) => label.toLocaleLowerCase('en-GB').includes(typed));
}
