import { DemoServer, PersonBrowser, comeInQuickly, launchBrowser, signInQuickly } from '@bridgeboard/testkit';
import type { DemoClass } from '@bridgeboard/testkit';
import type { Browser } from 'playwright-core';

type Looks = Omit<Parameters<typeof PersonBrowser.open>[1], 'baseURL'>;

/** 0 is Riverside in Leeds, which hosts; 1 is Al-Noor in Kano. */
export type SchoolNumber = 0 | 1;

/** A real server with the demo, a real browser, and whoever comes on. Ends with its scope. */
export class Stage {
  readonly server: DemoServer;
  readonly browser: Browser;
  readonly #url: string;

  /** @param parts.url where people go, if that is not the server itself */
  constructor(parts: { server: DemoServer; browser: Browser; url?: string }) {
    this.server = parts.server;
    this.browser = parts.browser;
    this.#url = parts.url ?? parts.server.url;
  }

  static async set(): Promise<Stage> {
    const [server, browser] = await Promise.all([DemoServer.start(), launchBrowser()]);
    return new Stage({ server, browser });
  }

  /** A browser of somebody nobody knows yet. */
  async stranger(looks: Looks = {}): Promise<PersonBrowser> {
    return PersonBrowser.open(this.browser, { baseURL: this.#url, ...looks });
  }

  /** The teacher of a school, signed in and on no page yet. */
  async teacher(school: SchoolNumber, looks: Looks = {}): Promise<PersonBrowser> {
    const person = await this.stranger(looks);
    const staff = this.server.demo.staff[school];
    if (staff === undefined) throw new Error('the demo has no such teacher');
    await signInQuickly(person, staff);
    return person;
  }

  /** A pupil who showed code and pictures, and waits at the door unless let in before; on no page yet. */
  async pupil(school: SchoolNumber, name: string, looks: Looks = {}): Promise<PersonBrowser> {
    const person = await this.stranger(looks);
    await comeInQuickly(person, this.classOf(school), name);
    return person;
  }

  classOf(school: SchoolNumber): DemoClass {
    const found = this.server.demo.classes[school];
    if (found === undefined) throw new Error('the demo has no such class');
    return found;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close();
    await this.server[Symbol.asyncDispose]();
  }
}

/** Makes a blank board with an open door, and answers its id. */
export async function openBoard(teacher: PersonBrowser, title: string): Promise<string> {
  const { id } = (await teacher.post('/api/boards', { title })) as { id: string };
  await teacher.post(`/api/boards/${id}/door`, { minutes: 30 });
  return id;
}

/** Lets in whoever of the teacher's school waits. */
export async function letIn(teacher: PersonBrowser, board: string): Promise<void> {
  const { waiting } = (await teacher.get(`/api/boards/${board}/door`)) as { waiting: { pupil: string }[] };
  await teacher.post(`/api/boards/${board}/admit`, { pupils: waiting.map(({ pupil }) => pupil) });
}

/** The lived-in board of the demo. */
export async function demoBoard(teacher: PersonBrowser): Promise<string> {
  const { boards } = (await teacher.get('/api/boards')) as { boards: { id: string; title: string }[] };
  const found = boards.find(({ title }) => title.startsWith('Our rivers'));
  if (found === undefined) throw new Error('the demo has no board of rivers');
  return found.id;
}
