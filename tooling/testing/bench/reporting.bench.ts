/**
 * What reports read, view by view, under the login of a council with five years of history: what Power BI or Excel waits for at
 * the server, every row fetched. The target is for a council of usual size; the largest of England is measured beside it.
 * Making the councils is not timed; the first round warms up.
 */
import { makeReportLogin, newReportLogin, openDatabase, REPORT_VIEWS, type Database } from '@plumbline/database';
import { makeCouncil, type CouncilSize } from '@plumbline/demo';
import { openBenchDatabase, seedBenchCouncil } from './bench-database.ts';
import { insist, printLoad, printSpread, timeRuns } from './measure.ts';

const TODAY = '2026-11-20';
const TARGET = 25;

for (const size of ['medium', 'large'] as const) await measure(size);

async function measure(size: CouncilSize): Promise<void> {
  const opened = await openBenchDatabase();
  try {
    const council = await seedBenchCouncil(opened.db, makeCouncil({ seed: 42, packId: 'wirral', size, today: TODAY }), TODAY);
    const login = newReportLogin({ id: council, slug: 'bench' });
    await makeReportLogin(opened.ownerUrl, login);
    const url = new URL(opened.ownerUrl);
    url.username = login.name;
    url.password = login.password;
    const reader = openDatabase(url.href, { connections: 1 });
    await readAll(reader, size).finally(() => reader.close());
  } finally {
    await opened.close();
  }
}

async function readAll(reader: Database, size: CouncilSize): Promise<void> {
  const [found] = await reader.sql<
    { months: number }[]
  >`select count(distinct month)::int as months from reporting.requirement_month`;
  insist((found?.months ?? 0) >= 12, `There are ${found?.months} months.`);
  printLoad();
  for (const { name } of REPORT_VIEWS) {
    const read = () => reader.sql.unsafe(`select * from reporting.${name}`);
    const { length } = await read();
    const target = size === 'medium' && name === 'requirement_month' ? `  target ${TARGET} ms` : '';
    printSpread(`${size}, ${name}: ${length.toLocaleString('en-GB')} rows`, await timeRuns(20, read), target);
  }
  console.log(`${found?.months} months with requirements`);
}
