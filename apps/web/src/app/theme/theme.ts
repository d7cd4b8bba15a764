import { createTheme, type CSSVariablesResolver } from '@mantine/core';
import { DARK, INK, PLUMB, STATUS_DARK, STATUS_LIGHT, type StatusTokens } from './tokens.ts';

const FONT = "'Atkinson Hyperlegible Next', system-ui, 'Segoe UI', sans-serif";

/** What every page shares: type, colour, radius, spacing and focus. Pages ask the kit, never a colour by its number. */
export const theme = createTheme({
  fontFamily: FONT,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Consolas, monospace",
  headings: {
    fontFamily: FONT,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.6', xl: '1.6' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
  colors: { plumb: PLUMB, gray: INK, dark: DARK },
  primaryColor: 'plumb',
  primaryShade: { light: 8, dark: 6 },
  black: '#172023',
  white: '#ffffff',
  autoContrast: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Alert: {
      styles: {
        root: { background: 'var(--pl-surface)', border: '1px solid var(--pl-line)', borderLeft: '4px solid var(--alert-color)' },
        title: { color: 'var(--mantine-color-text)', fontWeight: 600, fontSize: 'var(--mantine-font-size-md)' },
        message: { color: 'var(--mantine-color-text)', fontSize: 'var(--mantine-font-size-md)' },
      },
    },
    Button: { defaultProps: { size: 'sm' }, styles: { root: { fontWeight: 600 } } },
    // The kit's window header is a <header>; as a part of a dialog it is no banner of the page.
    Drawer: {
      defaultProps: { attributes: { header: { role: 'none' } }, position: 'right', overlayProps: { backgroundOpacity: 0.3 } },
      styles: { title: { fontWeight: 600 } },
    },
    Modal: { defaultProps: { attributes: { header: { role: 'none' } }, centered: true }, styles: { title: { fontWeight: 600 } } },
    Table: { defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 250, withArrow: true } },
    Anchor: { defaultProps: { underline: 'always' } },
  },
});

function statusVariables(tokens: StatusTokens): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens).map(([name, colour]) => [`--pl-status-${name}`, colour]));
}

/** Our own tokens as CSS variables, once for paper and once for ink. `global.css` sharpens them where more contrast is asked for. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfbf9',
    '--mantine-color-text': '#172023',
    '--mantine-color-dimmed': '#53605f',
    // The kit's red is too pale to read, and no colour of ours.
    '--mantine-color-error': 'var(--pl-status-overdue)',
    '--mantine-color-anchor': PLUMB[8],
    '--mantine-color-default-border': '#c8cfce',
    '--pl-surface': '#ffffff',
    '--pl-sunken': '#f2f4f2',
    '--pl-line': '#dfe3e2',
    '--pl-line-strong': '#a3aeae',
    '--pl-accent': PLUMB[8],
    '--pl-accent-soft': '#e4f0ef',
    '--pl-band': '#cfe3e2',
    '--pl-band-overdue': '#f6dcc4',
    '--pl-band-away': '#e6e9e8',
    '--pl-late': '#c9803d',
    '--pl-today': '#172023',
    '--pl-banner': '#fff4dc',
    ...statusVariables(STATUS_LIGHT),
  },
  dark: {
    '--mantine-color-body': '#141b1e',
    '--mantine-color-text': '#e6eceb',
    '--mantine-color-dimmed': '#a7b3b4',
    '--mantine-color-error': 'var(--pl-status-overdue)',
    '--mantine-color-anchor': PLUMB[3],
    '--mantine-color-default-border': '#46545a',
    '--pl-surface': '#1a2226',
    '--pl-sunken': '#10171a',
    '--pl-line': '#2e393d',
    '--pl-line-strong': '#6b7a7d',
    '--pl-accent': PLUMB[3],
    '--pl-accent-soft': '#15343a',
    '--pl-band': '#1f4448',
    '--pl-band-overdue': '#55371d',
    '--pl-band-away': '#2a3438',
    '--pl-late': '#b9763a',
    '--pl-today': '#e6eceb',
    '--pl-banner': '#3a2f14',
    ...statusVariables(STATUS_DARK),
  },
});

/** The nonce that the server wrote into the page; empty where there is none (development). */
export function readStyleNonce(): string {
  const nonce = document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? '';
  return nonce.startsWith('__') ? '' : nonce;
}
