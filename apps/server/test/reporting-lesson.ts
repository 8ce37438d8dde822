import type { ConcernCaseView, ConcernList } from '@bridgeboard/protocol';
import { HttpPerson, shape, type RawClient } from '@bridgeboard/testkit';
import { afterAll, beforeAll } from 'vitest';

import { onBoard, startLesson, waitingCase, type Lesson } from './lesson.ts';
import { startInProcess, type ServerInProcess } from './server-in-process.ts';

/** A lesson in which things are reported: Ms Reed and Mr Bello are leads of their schools. */
export class ReportingLesson {
  readonly server: ServerInProcess;
  readonly lesson: Lesson;
  /** Oliver and Ms Reed on the board. */
  readonly pen: RawClient;
  readonly desk: RawClient;
  #made = 0;

  constructor(parts: Pick<ReportingLesson, 'server' | 'lesson' | 'pen' | 'desk'>) {
    this.server = parts.server;
    this.lesson = parts.lesson;
    this.pen = parts.pen;
    this.desk = parts.desk;
  }

  static async start(begin: () => Promise<ServerInProcess> = startInProcess): Promise<ReportingLesson> {
    const server = await begin();
    const lesson = await startLesson(server as never);
    const [pen, desk] = [await onBoard(lesson, lesson.oliver), await onBoard(lesson, lesson.reed)];
    return new ReportingLesson({ server, lesson, pen, desk });
  }

  async close(): Promise<void> {
    await Promise.all([this.pen.close(), this.desk.close()]);
    await this.server.close();
  }

  newId(): string {
    return `${(this.#made += 1)}-concern-${'x'.repeat(12)}`;
  }

  /** A note of Oliver's, let out to the board where nothing else is said. */
  async noteOf(reach: 'held' | 'board' = 'board'): Promise<string> {
    const record = shape('note', this.newId());
    await this.pen.edit({ op: 'create', record });
    if (reach === 'held') return record.id;
    this.server.clock.forward(61_000);
    const found = await waitingCase(this.desk, record.id);
    const path = `/api/boards/${this.lesson.board}/cases/${found.id}/decision`;
    const { status } = await this.lesson.reed.post(path, { verdict: 'board', hash: found.hash });
    if (status !== 200) throw new Error(`the decision was answered ${status}`);
    return record.id;
  }

  report(person: HttpPerson, wish: object) {
    const whole = { id: this.newId(), about: { kind: 'board' }, reason: 'unkind', ...wish };
    return person.post(`/api/boards/${this.lesson.board}/concerns`, whole);
  }

  reportPiece(person: HttpPerson, record: string, wish: object = {}) {
    return this.report(person, { about: { kind: 'piece', record }, ...wish });
  }

  async casesOf(person: HttpPerson): Promise<ConcernList['cases']> {
    return ((await person.get('/api/concerns')).json as ConcernList).cases;
  }

  async caseOf(person: HttpPerson, id: string): Promise<ConcernCaseView> {
    return (await person.get(`/api/concerns/${id}`)).json;
  }

  async step(person: HttpPerson, id: string, what: object): Promise<number> {
    return (await person.post(`/api/concerns/${id}/steps`, what)).status;
  }

  /** Somebody more on the staff of Ms Reed's school. */
  async colleague(name: string, roles: string[]): Promise<HttpPerson> {
    const { json } = await this.lesson.reed.post('/api/school/invitations', { name, roles });
    const person = new HttpPerson(this.server.url);
    const account = { email: `${this.newId()}@riverside.example`, password: 'a long enough one' };
    const { token } = json as { token: string };
    const { status } = await person.post('/api/invitation/take', { token, ...account });
    if (status !== 201) throw new Error(`the invitation was answered ${status}`);
    return person;
  }
}

/** The lesson of all tests of a file. */
export function useReportingLesson(): { readonly here: ReportingLesson } {
  let started: ReportingLesson | undefined;
  beforeAll(async () => {
    started = await ReportingLesson.start();
  });
  afterAll(() => started?.close());
  return {
    get here() {
      if (started === undefined) throw new Error('the lesson begins before the first test');
      return started;
    },
  };
}

export const codeIn = ({ json }: { json: unknown }): unknown => (json as { code?: unknown } | null)?.code;
