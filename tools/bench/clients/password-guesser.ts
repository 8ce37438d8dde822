import { Agent, request } from 'node:http';

export const guessesPerSecond = 200;
const networks = 1_000;

/** Guesses passwords of ever other people from ever other networks, so that no count of either holds it up. */
export class PasswordGuesser implements Disposable {
  /** How often which status was the answer; 0 is none. */
  readonly answers = new Map<number, number>();
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 400 });
  readonly #url: URL;
  readonly #timer: NodeJS.Timeout;
  #guesses = 0;

  constructor(url: string) {
    this.#url = new URL('/api/auth/sign-in/email', url);
    this.#timer = setInterval(() => this.#guess(), 1_000 / guessesPerSecond);
  }

  #guess(): void {
    const nth = (this.#guesses += 1);
    const body = JSON.stringify({ email: `teacher${nth}@school.example`, password: `guess number ${nth}` });
    const network = nth % networks;
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      origin: this.#url.origin,
      'x-forwarded-for': `10.${network >> 8}.${network & 255}.7`,
    };
    const asked = request(this.#url, { method: 'POST', agent: this.#agent, headers }, (answer) => {
      const status = answer.statusCode ?? 0;
      this.answers.set(status, (this.answers.get(status) ?? 0) + 1);
      answer.resume();
    });
    asked.on('error', () => this.answers.set(0, (this.answers.get(0) ?? 0) + 1));
    asked.end(body);
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
    this.#agent.destroy();
  }
}
