import type { Transporter } from 'nodemailer';

import { isLoopback } from './config.ts';
import type { MailConfig } from './config.ts';

/** A mail in plain text: nothing in it asks anybody for anything when it is opened. */
interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mails. */
export interface Mailer {
  /** Resolves when the school's mail server has taken it. */
  send(mail: Mail): Promise<void>;
}

/** How long a mail server may take to answer, in ms. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as const;

/** Over the network a link travels encrypted, unless the address says `ignoreTLS=true`. */
function needsTls(smtpUrl: string): boolean {
  const { hostname, searchParams } = new URL(smtpUrl);
  return !isLoopback(hostname) && searchParams.get('ignoreTLS') !== 'true';
}

/** A mailer on the school's own server; the library is read with the first mail. */
export function createMailer({ smtpUrl, from }: MailConfig): Mailer {
  let opened: Transporter | undefined;
  return {
    async send(mail) {
      const { createTransport } = await import('nodemailer');
      opened ??= createTransport({ url: smtpUrl, requireTLS: needsTls(smtpUrl), ...patience });
      await opened.sendMail({ ...mail, from, disableFileAccess: true, disableUrlAccess: true });
    },
  };
}
