import type { Role } from '@plumbline/domain/access';
import type { LocalDate } from '@plumbline/domain/calendar';
import type { Database } from '@plumbline/database';
import type { ImportJobs } from './import-jobs/import-jobs.ts';
import type { PackDesk } from './impact/inspection/pack-desk.ts';
import type { WhatIfDesk } from './impact/work-out-what-if.ts';
import type { ChangesDesk } from './policy-changes/changes-desk.ts';
import type { PolicyShelf } from './policy/policy-shelf.ts';
import type { ReportDesk } from './reports/report-desk.ts';
import type { ReleaseDesk } from './surveys/results/release-desk.ts';
import type { BoxPort, KeySafe, MailPort } from './surveys/rounds/ports.ts';

/** Who is signed in, as the session and the membership say. */
export interface SignedIn {
  readonly identityId: string;
  readonly councilId: string;
  /** Staff number. */
  readonly person: string;
  readonly roles: readonly Role[];
  /** ISO instant. */
  readonly until: string;
}

/** The clock of the process, passed in so that tests and the demonstration can hold it still. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** Sign-ins that were refused on one day for one reason: of somebody's name, or of names that nobody has. */
export interface RefusedOfDay {
  readonly userId: string | null;
  readonly reason: string;
  readonly on: LocalDate;
  readonly times: number;
  readonly names: number;
  /** ISO instant. */
  readonly lastAt: string;
}

/** Everything outside that use cases lean on. */
export interface Services {
  readonly database: Database;
  readonly clock: Clock;
  readonly imports: ImportJobs;
  /** Absent where nobody signs in. Of these accounts and of names that no account has, from a day on, the latest first. */
  readonly refusedSignIns?: (userIds: readonly string[], from: LocalDate) => Promise<RefusedOfDay[]>;
  /** Absent where no pages about policies are served. */
  readonly policies?: PolicyShelf;
  /** Works out what a new version would change; absent where no pages about policies are served. */
  readonly changes?: ChangesDesk;
  /** Works out what other rules would have asked over the last year; absent where no pages about policies are served. */
  readonly whatIf?: WhatIfDesk;
  /** Works an inspection pack out in a thread of its own; absent where that is done on the spot. */
  readonly packs?: PackDesk;
  /** Where survey answers lie, apart from everything else; absent where no surveys are run, and so are the two below. */
  readonly box?: BoxPort;
  readonly safe?: KeySafe;
  readonly mail?: MailPort;
  /** Makes and checks survey results; absent where that is done on the spot. */
  readonly results?: ReleaseDesk;
  /** Absent where no files for reports are written on a schedule. */
  readonly reports?: ReportDesk;
}

/** What a request brings along. Its members stay out of the declarations, so that the browser never sees the database's types. */
export interface Context {
  /** @internal */
  readonly services: Services;
  /** @internal */
  readonly signedIn: SignedIn | null;
}
