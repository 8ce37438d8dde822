import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import {
  DemoServer,
  type HttpPerson,
  PersonBrowser,
  RawClient,
  atTheDoor,
  comeInQuickly,
  launchBrowser,
  signInQuickly,
  signInStaff,
} from '@bridgeboard/testkit';
import type { Browser, Page } from 'playwright-core';

export type Size = readonly [width: number, height: number];
type Looks = Omit<Parameters<typeof PersonBrowser.open>[1], 'baseURL'>;

/** Who else is on the board while pictures are taken, and where on the page they point. */
const company = [
  { school: 0, pupil: 0, at: [108, 372] },
  { school: 0, pupil: 4, at: [216, 588] },
  { school: 1, pupil: 6, at: [862, 262] },
  { school: 1, pupil: 7, at: [946, 540] },
] as const;
const belloAt = [668, 462] as const;

/** The real server with its demo, a browser, and the demo's people; ends with its scope. */
export class Studio {
  readonly server: DemoServer;
  readonly browser: Browser;
  /** The demo's lived-in board. */
  readonly board: string;
  readonly reed: HttpPerson;
  readonly bello: HttpPerson;
  readonly #clients: RawClient[] = [];
  readonly #folder: string;

  private constructor(parts: {
    server: DemoServer;
    browser: Browser;
    board: string;
    reed: HttpPerson;
    bello: HttpPerson;
    folder: string;
  }) {
    this.server = parts.server;
    this.browser = parts.browser;
    this.board = parts.board;
    this.reed = parts.reed;
    this.bello = parts.bello;
    this.#folder = parts.folder;
  }

  static async open(folder: string): Promise<Studio> {
    const [server, browser] = await Promise.all([DemoServer.start(), launchBrowser()]);
    const [reed, bello] = await Promise.all([signInStaff(server, 0), signInStaff(server, 1)]);
    const { boards } = (await reed.get('/api/boards')).json as { boards: { id: string }[] };
    await mkdir(folder, { recursive: true });
    return new Studio({ server, browser, board: boards[0]?.id ?? '', reed, bello, folder });
  }

  /** The door of the demo's board, for so many minutes; 0 shuts it. */
  async door(minutes: number): Promise<void> {
    await this.reed.post(`/api/boards/${this.board}/door`, { minutes });
  }

  /** Others come on the board and point at something, as in the middle of a lesson. */
  async gather(): Promise<void> {
    if (this.#clients.length > 0) return;
    await this.door(60);
    await this.#point(this.bello, belloAt);
    for (const { school, pupil, at } of company) await this.#point(await atTheDoor(this.server, { school, pupil }), at);
  }

  /** A browser of this size. Nothing moves in it, so that each picture shows where things end. */
  async window([width, height]: Size, looks: Looks = {}): Promise<PersonBrowser> {
    const viewport = { width, height };
    return PersonBrowser.open(this.browser, { baseURL: this.server.url, viewport, reducedMotion: 'reduce', ...looks });
  }

  async teacher(school: 0 | 1, size: Size, looks: Looks = {}): Promise<PersonBrowser> {
    const person = await this.window(size, looks);
    const staff = this.server.demo.staff[school];
    if (staff) await signInQuickly(person, staff);
    return person;
  }

  /** A pupil of Riverside past code and pictures. */
  async pupil(name: string, size: Size, looks: Looks = {}): Promise<PersonBrowser> {
    const person = await this.window(size, looks);
    const [schoolClass] = this.server.demo.classes;
    if (schoolClass) await comeInQuickly(person, schoolClass, name);
    return person;
  }

  /** Keeps what the window shows, once its letters and pictures are there. */
  async shoot(page: Page, name: string): Promise<void> {
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(
      'document.fonts.status === "loaded" && [...document.images].every((image) => image.complete)',
    );
    await page.screenshot({ path: join(this.#folder, `${name}.png`), animations: 'disabled', caret: 'initial' });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.#clients) await client.close();
    await this.browser.close();
    await this.server[Symbol.asyncDispose]();
  }

  async #point(person: HttpPerson, [x, y]: readonly [number, number]): Promise<void> {
    const client = await new RawClient(person).join(this.board);
    client.socket.emit('presence', { page: 'page:page', x, y, busy: false, selection: [] });
    this.#clients.push(client);
  }
}
