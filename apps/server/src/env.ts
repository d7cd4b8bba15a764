import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReportSchedule } from '@plumbline/api';
import { z } from 'zod';
import { reportProblems, reportSchedule, ReportVariables } from './env-reports.ts';

/** The root of the checkout or release. */
export const ROOT_FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../..');

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];
/** Where a server listens that was told no port. */
export const PREFERRED_PORT = 4400;
/** Secrets that stand in examples; a server that the world can reach never starts with one. */
const EXAMPLE_SECRETS = ['change-me', 'changeme', 'secret', 'password', 'plumbline', 'better-auth-secret-123456789'];

const Variables = z.object({
  PLUMBLINE_MODE: z.enum(['demonstration', 'production']).default('demonstration'),
  PLUMBLINE_HOST: z.string().min(1).default('127.0.0.1'),
  PLUMBLINE_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  PLUMBLINE_URL: z.url().optional(),
  PLUMBLINE_DATA: z.string().min(1).default(path.join(ROOT_FOLDER, '.plumbline')),
  PLUMBLINE_SECRET: z.string().optional(),
  PLUMBLINE_DEMO_PASSWORD: z.string().min(12).max(128).optional(),
  PLUMBLINE_DEMO_SIZE: z.enum(['small', 'medium', 'large']).default('small'),
  PLUMBLINE_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  PLUMBLINE_BOX_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  PLUMBLINE_BOX_URL: z.url().optional(),
  PLUMBLINE_SURVEY_SECRET: z.string().min(32, 'needs at least 32 characters, made at random').optional(),
  PLUMBLINE_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s/]+/, 'starts with smtp:// or smtps://')
    .optional(),
  PLUMBLINE_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>?$/, 'is an address, or a name and an address in angle brackets')
    .optional(),
  ...ReportVariables,
  PLUMBLINE_PROXIES: z.coerce.number().int().min(0).max(5).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'starts with postgres://')
    .optional(),
});

/** What the server is told by its environment, checked. */
export interface Environment {
  readonly mode: 'demonstration' | 'production';
  readonly host: string;
  /** Null: 4400, or the next free one. Production never looks for another: what stands in front knows one only. */
  readonly port: number | null;
  readonly publicUrl: string | null;
  readonly dataFolder: string;
  /** Null: made at random and kept in the data folder. */
  readonly secret: string | null;
  readonly demoPassword: string | null;
  readonly demoSize: 'small' | 'medium' | 'large';
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** How many proxies stand in front and may be believed about the caller's address. */
  readonly proxies: number;
  readonly databaseUrl: string | null;
  /** Where the box for survey answers listens. Null: the port after the main one, or the next free one. */
  readonly boxPort: number | null;
  /** The box's own address; null in a demonstration: this machine and the box's port. */
  readonly boxUrl: string | null;
  /** Seals the private keys of survey rounds. Null: the one that is kept in the data folder. */
  readonly surveySecret: string | null;
  /** Null: no mail leaves, and what would be sent waits. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  /** Null: no files for reports are written on a schedule. */
  readonly reports: ReportSchedule | null;
}

/** An environment that the server refuses to start with: one sentence for each thing that is wrong. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`Plumbline cannot start with these settings:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Reads the environment, or throws with everything that is wrong with it. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([name, value]) => name in Variables.shape && value !== ''));
  const parsed = Variables.safeParse(given);
  if (!parsed.success)
    throw new EnvironmentError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const v = parsed.data;
  const problems = [
    ...(v.PLUMBLINE_MODE === 'production' ? productionProblems(v) : demonstrationProblems(v)),
    ...mailProblems(v),
    ...reportProblems(v),
  ];
  if (problems.length > 0) throw new EnvironmentError(problems);
  return {
    mode: v.PLUMBLINE_MODE,
    host: v.PLUMBLINE_HOST,
    port: v.PLUMBLINE_PORT ?? (v.PLUMBLINE_MODE === 'production' ? PREFERRED_PORT : null),
    publicUrl: v.PLUMBLINE_URL ?? null,
    dataFolder: path.resolve(v.PLUMBLINE_DATA),
    secret: v.PLUMBLINE_SECRET ?? null,
    demoPassword: v.PLUMBLINE_DEMO_PASSWORD ?? null,
    demoSize: v.PLUMBLINE_DEMO_SIZE,
    logLevel: v.PLUMBLINE_LOG,
    proxies: v.PLUMBLINE_PROXIES ?? 0,
    databaseUrl: v.DATABASE_URL ?? null,
    ...surveySettings(v),
    reports: reportSchedule(v),
  };
}

function surveySettings(v: z.infer<typeof Variables>): Pick<Environment, 'boxPort' | 'boxUrl' | 'surveySecret' | 'mail'> {
  const isProduction = v.PLUMBLINE_MODE === 'production';
  const { PLUMBLINE_SMTP_URL: smtpUrl, PLUMBLINE_MAIL_FROM: from } = v;
  return {
    boxPort: v.PLUMBLINE_BOX_PORT ?? (isProduction ? (v.PLUMBLINE_PORT ?? PREFERRED_PORT) + 1 : null),
    boxUrl: v.PLUMBLINE_BOX_URL?.replace(/\/+$/, '') ?? null,
    surveySecret: v.PLUMBLINE_SURVEY_SECRET ?? null,
    mail: smtpUrl === undefined || from === undefined ? null : { smtpUrl, from },
  };
}

/** The environment as programs that we start may see it, without secrets. */
export function searchPath(): string {
  return process.env['PATH'] ?? '';
}

function productionProblems(v: z.infer<typeof Variables>): string[] {
  const problems: string[] = [];
  const secret = v.PLUMBLINE_SECRET ?? '';
  if (secret.length < 32) problems.push('PLUMBLINE_SECRET: production needs a secret of at least 32 characters, made at random.');
  else if (EXAMPLE_SECRETS.some((example) => secret.toLowerCase().includes(example)))
    problems.push('PLUMBLINE_SECRET: this looks like an example; make one at random.');
  else if (new Set(secret).size < 10) problems.push('PLUMBLINE_SECRET: this repeats itself too much; make one at random.');
  if (v.PLUMBLINE_URL === undefined || !v.PLUMBLINE_URL.startsWith('https://'))
    problems.push('PLUMBLINE_URL: production needs the https address that people use.');
  problems.push(...boxProblems(v));
  if (v.PLUMBLINE_PROXIES === undefined)
    problems.push(
      'PLUMBLINE_PROXIES: say how many proxies stand in front of Plumbline: 1 behind one that ends https and passes the address of the caller on, 0 where nothing rewrites requests on the way. Limits on sign-in go by that address.',
    );
  if (v.PLUMBLINE_DEMO_PASSWORD !== undefined)
    problems.push('PLUMBLINE_DEMO_PASSWORD: production has no demonstration accounts; leave it out.');
  return problems;
}

/** Cookies know no ports: on another port of the same host the browser would send the box the cookie that says who somebody is. */
function boxProblems(v: z.infer<typeof Variables>): string[] {
  const example = 'such as https://answers.example';
  if (v.PLUMBLINE_BOX_URL === undefined || !v.PLUMBLINE_BOX_URL.startsWith('https://'))
    return [`PLUMBLINE_BOX_URL: production needs an https address of its own for survey answers, ${example}.`];
  const box = new URL(v.PLUMBLINE_BOX_URL);
  if (box.pathname !== '/' || box.search !== '' || box.hash !== '') return ['PLUMBLINE_BOX_URL: this is a host without a path.'];
  const main = v.PLUMBLINE_URL === undefined ? null : new URL(v.PLUMBLINE_URL);
  if (main?.hostname === box.hostname)
    return ['PLUMBLINE_BOX_URL: survey answers need another host name than PLUMBLINE_URL; another port is not enough.'];
  if (v.PLUMBLINE_BOX_PORT !== undefined && v.PLUMBLINE_BOX_PORT === (v.PLUMBLINE_PORT ?? PREFERRED_PORT))
    return ['PLUMBLINE_BOX_PORT: the box listens on a port of its own.'];
  return [];
}

function mailProblems(v: z.infer<typeof Variables>): string[] {
  const problems: string[] = [];
  if ((v.PLUMBLINE_SMTP_URL === undefined) !== (v.PLUMBLINE_MAIL_FROM === undefined))
    problems.push('PLUMBLINE_SMTP_URL and PLUMBLINE_MAIL_FROM: mail needs both, or neither.');
  if (v.PLUMBLINE_SMTP_URL !== undefined && v.PLUMBLINE_MODE === 'demonstration' && !isLoopbackUrl(v.PLUMBLINE_SMTP_URL))
    problems.push('PLUMBLINE_SMTP_URL: the people of a demonstration are invented; it sends no mail but to this machine.');
  return problems;
}

function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && LOOPBACK.includes(new URL(url).hostname.replaceAll(/[[\]]/g, ''));
}

function demonstrationProblems(v: z.infer<typeof Variables>): string[] {
  const problems: string[] = [];
  if (!LOOPBACK.includes(v.PLUMBLINE_HOST))
    problems.push(
      'PLUMBLINE_HOST: the demonstration answers on this machine only (127.0.0.1). Set PLUMBLINE_MODE=production to be reached from elsewhere.',
    );
  if (v.PLUMBLINE_BOX_URL !== undefined && !isLoopbackUrl(v.PLUMBLINE_BOX_URL))
    problems.push('PLUMBLINE_BOX_URL: the demonstration answers on this machine only.');
  if (v.PLUMBLINE_URL !== undefined && !isLoopbackUrl(v.PLUMBLINE_URL))
    problems.push(
      'PLUMBLINE_URL: the demonstration has passwords that everybody knows and no address that others could type. Set PLUMBLINE_MODE=production for one.',
    );
  if ((v.PLUMBLINE_PROXIES ?? 0) > 0)
    problems.push(
      'PLUMBLINE_PROXIES: no proxy stands in front of a demonstration; leave it out, or set PLUMBLINE_MODE=production.',
    );
  return problems;
}
