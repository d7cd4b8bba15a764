import { build, defineConfig, type Plugin, type Rolldown } from 'vite';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { routeFiles, type BuiltManifest } from './scripts/route-files.ts';

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

/** Writes down which files the page of each address needs, so that the server can name them in the page that it sends first. */
function listRouteFiles(): Plugin {
  return {
    name: 'plumbline-route-files',
    apply: 'build',
    writeBundle: {
      sequential: true,
      handler({ dir }) {
        const folder = join(dir ?? '', '.vite');
        const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as BuiltManifest;
        writeFileSync(join(folder, 'routes.json'), JSON.stringify(routeFiles(import.meta.dirname, manifest)));
      },
    },
  };
}

const KEPT_MINUTES = 10;

/**
 * Takes away what earlier builds left and no page names any more. Not before: whoever has a page open, or loads one while it is
 * built anew, finds its files.
 */
function removeStale(folder: string): void {
  const named = ['manifest.json', 'respond.json'].map((name) => readFileSync(join(folder, '.vite', name), 'utf8')).join('\n');
  const assets = join(folder, 'assets');
  for (const entry of readdirSync(assets, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const isNamed = named.includes(entry.name.replace(/\.(?:br|gz)$/, ''));
    if (entry.isFile() && !isNamed && Date.now() - statSync(file).mtimeMs > KEPT_MINUTES * 60_000) rmSync(file, { force: true });
  }
}

/**
 * Builds respondents' pages after the others and apart from them: they share no file with the pages that know who somebody is,
 * and the address where people answer hands out nothing but these.
 */
function buildRespondentsPages(): Plugin {
  return {
    name: 'plumbline-respondents',
    apply: 'build',
    closeBundle: {
      sequential: true,
      async handler() {
        await build({
          root: import.meta.dirname,
          mode: 'respondents',
          logLevel: 'warn',
          build: { outDir: this.environment.config.build.outDir },
        });
        removeStale(resolve(import.meta.dirname, this.environment.config.build.outDir));
      },
    },
  };
}

/**
 * The library of blind signatures asks for Node's own randomness where there is any, and takes the browser's here: said at every
 * build, and nothing to be done. How long our own plugins take is no fault either.
 */
const QUIET = {
  checks: { pluginTimings: false },
  onLog(level, log, tell) {
    if (!/"crypto" has been externalized .*blindrsa-ts/.test(log.message)) tell(level, log);
  },
} satisfies Rolldown.InputOptions;

const RESPONDENTS = {
  assetsDir: 'assets/respond',
  emptyOutDir: false,
  copyPublicDir: false,
  manifest: '.vite/respond.json',
  rolldownOptions: { ...QUIET, input: ['link.html', 'answer.html'] },
};

const ADMINISTRATION = {
  emptyOutDir: false,
  manifest: true,
  rolldownOptions: {
    ...QUIET,
    output: {
      codeSplitting: {
        groups: [
          // Fields that most forms share travel with the first load, where there is room, and not with each form.
          {
            name: 'fields',
            test: /@mantine\/core\/esm\/components\/(?:Button|Combobox|Select|Radio|InlineInput)\//,
            priority: 2,
          },
          // What every page needs comes in one file: over a slow line a file of its own costs more than what is in it.
          { name: 'first', tags: ['$initial' as const], priority: 1 },
        ],
      },
    },
  },
};

function pluginsFor(mode: string): Plugin[] {
  if (mode === 'fixtures') return [startFromFixtures()];
  return mode === 'respondents' ? [compressFiles()] : [compressFiles(), listRouteFiles(), buildRespondentsPages()];
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...pluginsFor(mode)],
  server: { port: 5174, proxy: { '/api': 'http://127.0.0.1:4680' } },
  build: {
    target: 'es2023',
    outDir: mode === 'fixtures' ? 'node_modules/.fixtures' : 'dist',
    // Fonts and pictures stay files: the content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    ...(mode === 'respondents' ? RESPONDENTS : ADMINISTRATION),
    ...(mode === 'fixtures' ? { emptyOutDir: true } : {}),
  },
}));
