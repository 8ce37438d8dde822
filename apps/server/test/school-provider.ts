import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { HttpPerson } from '@bridgeboard/testkit';
import Provider from 'oidc-provider';

/** Somebody whom the provider knows. */
export interface ProviderPerson {
  readonly email: string;
  readonly isVerified: boolean;
}

/** A real OpenID provider on this machine, which asks for PKCE. Ends with its scope. */
export class SchoolProvider implements AsyncDisposable {
  readonly issuer: string;
  readonly clientId = 'bridgeboard';
  readonly clientSecret = 'a secret of the test alone';
  readonly people = new Map<string, ProviderPerson>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Listens at once and answers only once it is told whom it is for: until then it is away. */
  static async start(): Promise<SchoolProvider> {
    const server = createServer((_request, response) => response.writeHead(503).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new SchoolProvider(server);
  }

  /** Begins to answer, and sends browsers back to these addresses. */
  serve(...callbacks: string[]): void {
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: this.clientId,
          client_secret: this.clientSecret,
          redirect_uris: callbacks,
          response_types: ['code'],
          grant_types: ['authorization_code'],
        },
      ],
      pkce: { required: () => true },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      cookies: { keys: ['keys of the test alone'] },
      findAccount: (_context, sub) => {
        const known = this.people.get(sub);
        if (!known) return undefined;
        return { accountId: sub, claims: () => ({ sub, email: known.email, email_verified: known.isVerified }) };
      },
    });
    this.#server.removeAllListeners('request');
    const answer = provider.callback();
    this.#server.on('request', (request, response) => void answer(request, response));
  }

  /** What a browser does there for somebody: signs in, agrees, and answers the address it is sent back to. */
  async visit(address: string, sub: string): Promise<URL> {
    const browser = new HttpPerson(this.issuer);
    let next = address;
    for (let step = 0; step < 12; step += 1) {
      if (!next.startsWith(this.issuer) && !next.startsWith('/')) return new URL(next);
      const page = await browser.get(next);
      const sentOn = page.headers.get('location');
      if (sentOn !== null) {
        next = sentOn;
        continue;
      }
      const prompt = /name="prompt" value="(\w+)"/.exec(page.text)?.[1];
      if (prompt === undefined) throw new Error(`the provider shows something else: ${page.status} ${page.text}`);
      const fields = new URLSearchParams({ prompt, login: sub, password: 'any' });
      const answer = await browser.post(next, fields.toString(), {
        'content-type': 'application/x-www-form-urlencoded',
      });
      next = answer.headers.get('location') ?? '';
    }
    throw new Error('the provider sends nobody back');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
