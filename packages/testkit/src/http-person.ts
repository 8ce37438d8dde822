/** Somebody who speaks HTTP without a browser, as `docs/reference/http.md` says: own Origin, own cookies. */
export class HttpPerson {
  readonly url: string;
  readonly #cookies = new Map<string, string>();

  /** `cookie` as a request's header carries it, for somebody who has come in another way. */
  constructor(url: string, cookie = '') {
    this.url = url;
    for (const pair of cookie.split('; ').filter(Boolean)) {
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async get(path: string): Promise<HttpAnswer> {
    return this.#ask(path, { headers: { cookie: this.cookie } });
  }

  async post(path: string, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> {
    return this.#ask(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { cookie: this.cookie, origin: this.url, 'content-type': 'application/json', ...headers },
    });
  }

  /** Sends bare bytes. */
  async put(path: string, body: Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> {
    return this.#ask(path, {
      method: 'PUT',
      body: body as Uint8Array<ArrayBuffer>,
      headers: { cookie: this.cookie, origin: this.url, 'content-type': 'image/webp', ...headers },
    });
  }

  async #ask(path: string, init: RequestInit): Promise<HttpAnswer> {
    const response = await fetch(new URL(path, this.url), { ...init, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '' || /max-age=0/i.test(line)) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), value);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    return { status: response.status, headers: response.headers, bytes, text, json: asJson(text) };
  }
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** The body as JSON, or null where it is none. */
  readonly json: never;
}

function asJson(text: string): never {
  try {
    return JSON.parse(text) as never;
  } catch {
    return null as never;
  }
}
