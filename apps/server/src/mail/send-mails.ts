import { auditMail, surveyMail, type SurveyMailTemplate, type SurveyMailValues } from '@plumbline/analytics/wording';
import type { MailPort } from '@plumbline/api';
import {
  findCouncil,
  inCouncil,
  markMailFailed,
  markMailSent,
  takeMails,
  type CouncilTransaction,
  type Database,
  type WaitingMail,
} from '@plumbline/database';
import type { LocalDate } from '@plumbline/domain/calendar';
import type { PostMail } from './transport.ts';

export interface SendMailsOptions {
  readonly database: Database;
  readonly post: PostMail;
  readonly mail: Pick<MailPort, 'addressesOf'>;
  /** Where people sign in: the same for everybody, with nothing in it that says who was sent it. */
  readonly url: () => string;
  readonly today: () => LocalDate;
}

/** Tried so often, with longer and longer waits: a day and a half in all. */
export const MOST_ATTEMPTS = 8;

/** Minutes until a mail that was put off is tried again, after so many tries. */
export function waitAfter(attempts: number): number {
  return 5 * 2 ** attempts;
}

/**
 * Sends what waits in a council's outbox, one mail a transaction, so that a broken line costs none that has left. A line that does
 * not answer at all throws: the work is then tried again later as a whole. Returns how many left.
 */
export async function sendMails(options: SendMailsOptions, councilId: string): Promise<number> {
  const council = await findCouncil(options.database, councilId);
  const outbox = { ...options, council: council?.name ?? '' };
  for (let sent = 0; ;) {
    const outcome = await inCouncil(options.database, councilId, (tx) => sendNext(tx, outbox));
    if (outcome === 'none') return sent;
    if (outcome === 'sent') sent += 1;
  }
}

type Outcome = 'none' | 'sent' | 'kept-back';

async function sendNext(tx: CouncilTransaction, options: SendMailsOptions & { readonly council: string }): Promise<Outcome> {
  const [mail] = await takeMails(tx, 1);
  if (mail === undefined) return 'none';
  // Where mail was off for a while, nobody is asked to a survey that is over.
  if (String(mail.values['closesOn'] ?? '') < options.today()) return await keepBack(tx, mail, null);
  const address = (await options.mail.addressesOf(tx, [mail.person])).get(mail.person);
  const values = {
    ...(mail.values as unknown as Omit<SurveyMailValues, 'council' | 'url'>),
    council: options.council,
    url: options.url(),
  };
  const text = surveyMail(mail.template as SurveyMailTemplate, values) ?? auditMail(mail.template, values);
  if (address === undefined || text === null) return await keepBack(tx, mail, null);
  const result = await options.post({ to: address, ...text });
  if (result === 'refused') return await keepBack(tx, mail, null);
  if (result === 'later') return await keepBack(tx, mail, mail.attempts + 1 >= MOST_ATTEMPTS ? null : waitAfter(mail.attempts));
  await markMailSent(tx, mail.id);
  return 'sent';
}

async function keepBack(tx: CouncilTransaction, mail: WaitingMail, againInMinutes: number | null): Promise<Outcome> {
  await markMailFailed(tx, mail.id, againInMinutes);
  return 'kept-back';
}
