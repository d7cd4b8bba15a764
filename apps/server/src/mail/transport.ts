import { createTransport } from 'nodemailer';

export interface PostedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends one mail: it left, this address is refused for good, or the other side asks to try later. A line that does not answer throws. */
export type PostMail = (mail: PostedMail) => Promise<'sent' | 'refused' | 'later'>;

export interface MailTransport {
  readonly post: PostMail;
  close(): void;
}

export interface TransportOptions {
  readonly smtpUrl: string;
  readonly from: string;
  /** Production sends over nothing that others can read. */
  readonly isSecure: boolean;
}

/** A line to the mail server: plain text, no pictures, no reading of files or addresses for a mail, and no log. */
export function makeTransport({ smtpUrl, from, isSecure }: TransportOptions): MailTransport {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 1,
    requireTLS: isSecure,
    logger: false,
    debug: false,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async post({ to, subject, text }) {
      try {
        await transport.sendMail({
          // One address as it is, never parsed: a comma in it is no second one.
          to: { name: '', address: to },
          from,
          subject,
          text,
          xMailer: false,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return 'sent';
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** By the code of the other side about this mail: 5xx for good, 4xx for now. Anything else is no answer about the mail. */
function outcomeOf(error: unknown): 'refused' | 'later' {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  const isAboutMail = command === 'RCPT TO' || command === 'DATA' || command === 'API';
  if (isAboutMail && responseCode !== undefined && responseCode >= 500) return 'refused';
  if (isAboutMail && responseCode !== undefined && responseCode >= 400) return 'later';
  // What the library says quotes the address: the code of it is enough for whoever looks for the fault.
  throw new Error(
    `The mail server did not take a mail (${String((error as { code?: string }).code ?? responseCode ?? 'unknown')}).`,
  );
}
