import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from './env.ts';

const PRODUCTION = {
  PLUMBLINE_MODE: 'production',
  PLUMBLINE_SECRET: 'q8Zt3vL0yNfR7sKd1WbX5mHg9PcJ2uEa',
  PLUMBLINE_URL: 'https://plumbline.example',
  PLUMBLINE_BOX_URL: 'https://answers.example',
  PLUMBLINE_HOST: '0.0.0.0',
  PLUMBLINE_PROXIES: '1',
};

function problemsOf(source: Record<string, string>): readonly string[] {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
}

describe('the environment', () => {
  it('starts a demonstration on loopback when nothing is set', () => {
    expect(readEnvironment({})).toMatchObject({ mode: 'demonstration', host: '127.0.0.1', port: null, databaseUrl: null });
  });

  it('accepts a complete production', () => {
    expect(readEnvironment(PRODUCTION)).toMatchObject({ mode: 'production', host: '0.0.0.0', port: 4400, proxies: 1 });
    expect(readEnvironment({ ...PRODUCTION, PLUMBLINE_PROXIES: '0' })).toMatchObject({ proxies: 0 });
  });

  it('writes files for reports on Mondays where only a folder is said, and as is said otherwise', () => {
    const folder = { PLUMBLINE_REPORT_FOLDER: '/srv/reports' };
    expect(readEnvironment({}).reports).toBeNull();
    expect(readEnvironment(folder).reports).toEqual({
      folder: '/srv/reports',
      at: 330,
      days: { kind: 'weekdays', weekdays: [1] },
      keep: 12,
    });
    const more = { PLUMBLINE_REPORT_AT: '23:05', PLUMBLINE_REPORT_DAYS: 'Thursday, monday', PLUMBLINE_REPORT_KEEP: '2' };
    expect(readEnvironment({ ...folder, ...more }).reports).toMatchObject({
      at: 23 * 60 + 5,
      days: { kind: 'weekdays', weekdays: [1, 4] },
      keep: 2,
    });
    expect(readEnvironment({ ...folder, PLUMBLINE_REPORT_DAYS: 'monthly' }).reports?.days).toEqual({ kind: 'monthly' });
  });

  it.each([
    ['a demonstration that others could reach', { PLUMBLINE_HOST: '0.0.0.0' }, 'PLUMBLINE_HOST'],
    ['a demonstration on every address, in the other notation', { PLUMBLINE_HOST: '::' }, 'PLUMBLINE_HOST'],
    ['a demonstration with a public address', { PLUMBLINE_URL: 'http://plumbline.example' }, 'PLUMBLINE_URL'],
    ['a demonstration behind a proxy', { PLUMBLINE_PROXIES: '1' }, 'PLUMBLINE_PROXIES'],
    ['a port that is none', { PLUMBLINE_PORT: '70000' }, 'PLUMBLINE_PORT'],
    ['an unknown mode', { PLUMBLINE_MODE: 'live' }, 'PLUMBLINE_MODE'],
    ['a database of another kind', { DATABASE_URL: 'mysql://db' }, 'DATABASE_URL'],
    ['production without a secret', { ...PRODUCTION, PLUMBLINE_SECRET: '' }, 'PLUMBLINE_SECRET'],
    [
      'production with an example secret',
      { ...PRODUCTION, PLUMBLINE_SECRET: 'change-me-change-me-change-me-change-me' },
      'PLUMBLINE_SECRET',
    ],
    [
      'production with a dull secret',
      { ...PRODUCTION, PLUMBLINE_SECRET: 'abababababababababababababababababab' },
      'PLUMBLINE_SECRET',
    ],
    [
      'production that does not say whether it stands behind a proxy',
      { ...PRODUCTION, PLUMBLINE_PROXIES: '' },
      'PLUMBLINE_PROXIES',
    ],
    ['proxies without number', { ...PRODUCTION, PLUMBLINE_PROXIES: 'yes' }, 'PLUMBLINE_PROXIES'],
    ['production without an address for answers', { ...PRODUCTION, PLUMBLINE_BOX_URL: '' }, 'PLUMBLINE_BOX_URL'],
    ['answers over plain http', { ...PRODUCTION, PLUMBLINE_BOX_URL: 'http://answers.example' }, 'PLUMBLINE_BOX_URL'],
    [
      'answers on another port of the same host',
      { ...PRODUCTION, PLUMBLINE_BOX_URL: 'https://plumbline.example:8443' },
      'PLUMBLINE_BOX_URL',
    ],
    ['answers on the port of everything else', { ...PRODUCTION, PLUMBLINE_BOX_PORT: '4400' }, 'PLUMBLINE_BOX_PORT'],
    ['a demonstration that takes answers from elsewhere', { PLUMBLINE_BOX_URL: 'https://answers.example' }, 'PLUMBLINE_BOX_URL'],
    ['mail without a sender', { PLUMBLINE_SMTP_URL: 'smtp://127.0.0.1:1025' }, 'PLUMBLINE_MAIL_FROM'],
    [
      'a demonstration that mails invented people',
      { PLUMBLINE_SMTP_URL: 'smtp://mail.example', PLUMBLINE_MAIL_FROM: 'a@b.example' },
      'PLUMBLINE_SMTP_URL',
    ],
    [
      'a mail address with a line end in it',
      { PLUMBLINE_SMTP_URL: 'smtp://127.0.0.1', PLUMBLINE_MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' },
      'PLUMBLINE_MAIL_FROM',
    ],
    ['a folder for reports without its whole path', { PLUMBLINE_REPORT_FOLDER: 'reports' }, 'PLUMBLINE_REPORT_FOLDER'],
    ['a time for reports without a folder', { PLUMBLINE_REPORT_AT: '05:30' }, 'PLUMBLINE_REPORT_FOLDER'],
    [
      'a time of day that is none',
      { PLUMBLINE_REPORT_FOLDER: '/srv/reports', PLUMBLINE_REPORT_AT: '24:00' },
      'PLUMBLINE_REPORT_AT',
    ],
    [
      'days that are none',
      { PLUMBLINE_REPORT_FOLDER: '/srv/reports', PLUMBLINE_REPORT_DAYS: 'monday,tomorrow' },
      'PLUMBLINE_REPORT_DAYS',
    ],
    [
      'reports of which none is kept',
      { PLUMBLINE_REPORT_FOLDER: '/srv/reports', PLUMBLINE_REPORT_KEEP: '0' },
      'PLUMBLINE_REPORT_KEEP',
    ],
    ['a short survey secret', { PLUMBLINE_SURVEY_SECRET: 'short' }, 'PLUMBLINE_SURVEY_SECRET'],
    ['production over plain http', { ...PRODUCTION, PLUMBLINE_URL: 'http://plumbline.example' }, 'PLUMBLINE_URL'],
    [
      'production with demonstration accounts',
      { ...PRODUCTION, PLUMBLINE_DEMO_PASSWORD: 'a-long-password' },
      'PLUMBLINE_DEMO_PASSWORD',
    ],
  ])('refuses %s', (_name, source, variable) => {
    expect(problemsOf(source)).toHaveLength(1);
    expect(problemsOf(source)[0]).toContain(variable);
  });
});
