import { defineConfig, type Plugin } from 'vite';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';

/** In the mode `fixtures` the page starts from made-up rows instead of a server; nothing of it is in the ordinary build. */
function startFromFixtures(): Plugin {
  return {
    name: 'plumbline-fixtures',
    transformIndexHtml: { order: 'pre', handler: (html) => html.replace('/src/main.tsx', '/src/testing/main.tsx') },
  };
}

/** Writes each text file compressed beside it, once, so that the server need not at every request. */
function compressFiles(): Plugin {
  return {
    name: 'plumbline-compress',
    apply: 'build',
    writeBundle: {
      sequential: true,
      handler({ dir }, bundle) {
        for (const file of Object.keys(bundle).filter((name) => /\.(?:js|css|svg)$/.test(name))) {
          const path = join(dir ?? '', file);
          const bytes = readFileSync(path);
          writeFileSync(`${path}.br`, brotliCompressSync(bytes));
          writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
        }
      },
    },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === 'fixtures' ? [startFromFixtures()] : [compressFiles()])],
  server: { port: 5174, proxy: { '/api': 'http://127.0.0.1:4680' } },
  build: {
    target: 'es2023',
    outDir: mode === 'fixtures' ? 'node_modules/.fixtures' : 'dist',
    emptyOutDir: true,
    // Fonts and pictures stay files: the content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Respondents' pages are entries of their own: they carry nothing of the pages that know who somebody is.
      ...(mode === 'fixtures' ? {} : { input: ['index.html', 'link.html', 'answer.html'] }),
      output: {
        // Fields that most forms share travel with the first load, where there is room, and not with each form.
        codeSplitting: {
          groups: [
            // By itself, or the respondents' pages would load the kit along with it.
            { name: 'react', test: /\/node_modules\/(?:react|react-dom|scheduler)\//, priority: 2 },
            { name: 'fields', test: /@mantine\/core\/esm\/components\/(?:Button|Combobox|Select|Radio|InlineInput)\// },
          ],
        },
      },
    },
    reportCompressedSize: false,
    manifest: mode !== 'fixtures',
  },
}));
