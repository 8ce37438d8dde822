import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire. */
export interface CaughtMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** A real mail server on this machine that keeps what it is given and sends nothing on. Ends with its scope. */
export class MailCatcher implements AsyncDisposable {
  readonly mails: CaughtMail[] = [];
  readonly url: string;
  /** While set, whoever sends a mail waits: the server has taken the connection and says nothing. */
  holdUntil: Promise<void> = Promise.resolve();
  readonly #server: SMTPServer;

  private constructor(server: SMTPServer, port: number) {
    this.#server = server;
    this.url = `smtp://127.0.0.1:${port}`;
  }

  static async start(): Promise<MailCatcher> {
    let catcher: MailCatcher | undefined;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData(stream, session, callback) {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom === false || mailFrom === null ? '' : mailFrom.address;
          const raw = Buffer.concat(parts).toString('utf8');
          catcher?.mails.push({ from, to: rcptTo.map(({ address }) => address), raw });
          void catcher?.holdUntil.then(() => callback());
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.server.address();
    if (address === null || typeof address === 'string') throw new Error('the catcher has no port');
    catcher = new MailCatcher(server, address.port);
    return catcher;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

/** The words of a mail in plain text, its transfer encoding undone. */
export function textOf({ raw }: CaughtMail): string {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(text, 'base64').toString('utf8');
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return text;
  const bytes = text
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
