import { existsSync } from 'node:fs';

import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A real Chromium of this machine. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? places.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('no Chromium on this machine: set CHROMIUM_PATH');
  return chromium.launch({ executablePath, args: flags });
}

/** One person's browser: own cookies, own storage, and a list of whatever it asked of other origins. */
export class PersonBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses of other origins that any page of this browser asked for, socket connections too. */
  readonly foreign: string[] = [];
  /** What went wrong in its pages and was caught by nobody. */
  readonly errors: string[] = [];
  readonly #origin: string;

  private constructor(parts: { context: BrowserContext; page: Page; origin: string }) {
    this.context = parts.context;
    this.page = parts.page;
    this.#origin = parts.origin;
  }

  static async open(
    browser: Browser,
    options: Parameters<Browser['newContext']>[0] & { baseURL: string },
  ): Promise<PersonBrowser> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options });
    const { origin, host } = new URL(options.baseURL);
    const person = new PersonBrowser({ context, page: await context.newPage(), origin });
    const watch = (address: string): void => {
      const url = new URL(address);
      const isOwn = url.host === host || url.protocol === 'data:' || url.protocol === 'blob:';
      if (!isOwn) person.foreign.push(address);
    };
    context.on('request', (request) => watch(request.url()));
    context.on('weberror', (error) => person.errors.push(error.error().message));
    context.on('console', (message) => {
      // What the policy kept a page from doing is a mistake too, although nothing fails.
      if (message.text().includes('Content Security Policy')) person.errors.push(message.text());
    });
    person.page.on('websocket', (socket) => watch(socket.url()));
    return person;
  }

  /** Asks the server as this browser's pages would, with its cookies and its origin. Fails where the server refuses. */
  async post(path: string, data: object): Promise<unknown> {
    const answer = await this.context.request.post(path, { data, headers: { origin: this.#origin } });
    if (!answer.ok()) throw new Error(`${path} was refused: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  }

  async get(path: string): Promise<unknown> {
    const answer = await this.context.request.get(path);
    if (!answer.ok()) throw new Error(`${path} was refused: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
  }
}
