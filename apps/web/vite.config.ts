import { defineConfig, type Plugin } from 'vite';
import react from '@vitejs/plugin-react';

/** In the mode `fixtures` the page starts from made-up rows instead of a server; nothing of it is in the ordinary build. */
function startFromFixtures(): Plugin {
  return {
    name: 'plumbline-fixtures',
    transformIndexHtml: { order: 'pre', handler: (html) => html.replace('/src/main.tsx', '/src/testing/main.tsx') },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === 'fixtures' ? [startFromFixtures()] : [])],
  server: { port: 5174, proxy: { '/api': 'http://127.0.0.1:4680' } },
  build: {
    target: 'es2023',
    outDir: mode === 'fixtures' ? '../../.plumbline/web-fixtures' : 'dist',
    emptyOutDir: true,
    // Fonts and pictures stay files: the content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
}));
