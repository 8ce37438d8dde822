import type { QueueItem } from '@bridgeboard/protocol';
import { HttpPerson, type Dice } from '@bridgeboard/testkit';

import type { Act, Diary } from './diary.ts';
import { pause } from './pause.ts';

/** Longest pause between two acts in ms: about twenty acts a second of eight teachers are done while the server lives. */
const betweenMs = 200;

interface TeacherParts {
  readonly url: () => string;
  readonly board: string;
  readonly cookie: string;
  /** Records of the own school that can be put away. */
  readonly records: () => readonly string[];
  readonly diary: Diary;
  readonly dice: Dice;
}

/** Somebody of staff who puts records away, brings them back and decides cases, through whatever happens to the server. */
export class Teacher {
  /** Acts that were answered as done. */
  done = 0;
  readonly #parts: TeacherParts;
  #acts = 0;
  #isStopping = false;

  constructor(parts: TeacherParts) {
    this.#parts = parts;
  }

  /** Acts until told to stop. An act without an answer is not asked again: nobody knows what came of it. */
  async live(): Promise<void> {
    while (!this.#isStopping) {
      try {
        await this.#act();
      } catch {
        // The server is away; its next life begins in a moment.
      }
      await pause(this.#parts.dice.int(betweenMs));
    }
  }

  stop(): void {
    this.#isStopping = true;
  }

  async #act(): Promise<void> {
    const { board, cookie, url, dice } = this.#parts;
    const person = new HttpPerson(url(), cookie);
    if (dice.once(4)) return this.#decide(person);
    const records = this.#parts.records();
    const record = records[dice.int(Math.max(1, records.length))];
    if (record === undefined) return;
    const path = `/api/boards/${board}/records/${encodeURIComponent(record)}/hide`;
    await this.#ask(person, { kind: 'hide', subject: record }, { path, body: { hidden: !dice.once(2) } });
  }

  async #decide(person: HttpPerson): Promise<void> {
    const { board, dice } = this.#parts;
    const queue = await person.get(`/api/boards/${board}/queue`);
    if (queue.status !== 200) return;
    const { items } = queue.json as { items: QueueItem[] };
    const item = items.find(({ status }) => status === 'waiting');
    if (!item) return;
    const path = `/api/boards/${board}/cases/${item.case}/decision`;
    const body = { verdict: dice.once(3) ? 'return' : 'board', hash: item.hash };
    await this.#ask(person, { kind: 'decision', subject: item.case }, { path, body });
  }

  async #ask(person: HttpPerson, act: Act, request: { path: string; body: object }): Promise<void> {
    const { diary } = this.#parts;
    const nth = (this.#acts += 1);
    diary.write({ asked: nth, act });
    const answer = await person.post(request.path, request.body);
    // A fault of the server's leaves it open whether the act was kept.
    if (answer.status >= 500) return;
    if (answer.status === 200) this.done += 1;
    diary.write({ answered: nth, code: answer.status === 200 ? null : (answer.json as { code: string }).code });
  }
}
