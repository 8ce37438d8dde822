import { getClasses, type Frame } from '@bridgeboard/protocol';
import { Streamer, until, type RawClient } from '@bridgeboard/testkit';

import { workEveryMs, type AtWork, type Somebody, type Stage } from './stage.ts';
import { Watch } from './watch.ts';

interface Revocation {
  readonly watchers: readonly RawClient[];
  readonly isHeard: (text: string) => boolean;
  /** Asked of what was heard, when it is over; without it all of that counts. */
  readonly isLeak?: (text: string) => boolean;
  readonly by: Somebody;
  readonly path: string;
  readonly body: unknown;
  readonly isGone: (client: RawClient) => boolean;
}

/** Takes work and people off a board on which everybody goes on, and notes for how long something of it was still told (REL-07). */
export class Revocations {
  /** For each, how long after it took hold something of it was still told, in ms. */
  readonly leaks: number[] = [];
  /** What must never happen, in words. */
  readonly faults: string[] = [];
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Hides the note of a pupil who goes on changing it, from everybody but the staff of the pupil's school; and brings it back. */
  async hide({ who, stream }: AtWork): Promise<void> {
    const teacher = this.#teacherOf(who);
    const watchers = this.#clientsOf(({ id }) => id !== who.id && id !== teacher.id);
    const isHeard = (text: string): boolean => text.includes(stream.canary);
    const before = new Watch(watchers, isHeard);
    await until(() => before.hasReached(watchers.length), 'a change of the note everywhere');
    before.stop();
    await this.takeBack({
      watchers,
      isHeard,
      by: teacher,
      path: `records/${stream.note.id}/hide`,
      body: { hidden: true },
      isGone: (client) => !client.isShared(stream.note.id),
    });
    await this.#trustAgain(who);
    await this.act(teacher, `records/${stream.note.id}/hide`, { hidden: false });
    await until(() => watchers.every((client) => client.isShared(stream.note.id)), 'the note back everywhere');
  }

  /** Freezes a school: nothing that its pupils do from then on reaches anybody. */
  async freeze({ who }: AtWork): Promise<void> {
    const { school } = who;
    const frozen = this.#stage.atWork.filter((one) => one.who.school === school && one.who.role === 'pupil');
    const steps = (): number[] => frozen.map(({ stream }) => stream.step);
    const isFrozen = ({ patch }: Frame): boolean =>
      patch?.rules?.schools.some((rule) => rule.school === school && rule.frozen) === true;
    const others = this.#clientsOf((one) => one.school !== school);
    await this.takeBack({
      watchers: others,
      isHeard: (text) => frozen.some(({ stream }) => text.includes(stream.canary)),
      // What was taken before is told with the freeze; none of it was taken after.
      isLeak: (text) => frozen.some(({ stream }) => stream.stepIn(text) > stream.step),
      by: this.#teacherOf(who),
      path: 'freeze',
      body: { whom: { school }, frozen: true },
      isGone: (client) => client.frames.slice(-20).some(isFrozen),
    });
    const stopped = steps();
    await someFrames(others);
    if (steps().some((step, at) => step !== stopped[at])) this.faults.push('somebody of a frozen school went on');
    await this.act(this.#teacherOf(who), 'freeze', { whom: { school }, frozen: false });
    await until(() => steps().every((step, at) => step > (stopped[at] ?? 0)), 'the pupils at work again');
  }

  /** Sends a pupil out: not one byte more reaches any socket of theirs. They come in again. */
  async dismiss(about: AtWork): Promise<void> {
    const { who, stream } = about;
    const { client } = stream;
    stream.stop();
    const watch = new Watch([client], (text) => !text.startsWith('["ended"'));
    await this.act(this.#teacherOf(who), 'dismiss', { pupils: [who.id] });
    const answeredAt = performance.now();
    await until(() => !client.socket.connected, 'the end of the socket');
    await someFrames(this.#clientsOf(({ id }) => id !== who.id));
    this.leaks.push(watch.lastAfter(answeredAt));
    const again = await this.#stage.join(who);
    if (client.ended?.code !== 'SESSION_ENDED') this.faults.push('who was sent out was not told so');
    if (again.ended?.code !== 'NOT_FOUND' || again.joined) this.faults.push('who was sent out came in again');
    await this.#stage.letIn(who);
    const nth = this.#stage.atWork.indexOf(about);
    const next = new Streamer(await this.#stage.join(who), 1_000 * this.leaks.length + nth);
    this.#stage.atWork[nth] = { who, stream: await next.begin(workEveryMs) };
  }

  /** Does it, and notes for how long these were still told of it; when all have seen the end of it, they hear no more. */
  async takeBack(about: Revocation): Promise<void> {
    const { watchers, isHeard, isLeak, isGone } = about;
    const watch = new Watch(watchers, isHeard);
    const askedAt = performance.now();
    await this.act(about.by, about.path, about.body);
    await until(() => watchers.every(isGone), 'the end of it everywhere');
    const late = new Watch(watchers, isHeard);
    await someFrames(watchers);
    if (late.lastAfter(0) > 0) this.faults.push(`${about.path}: told after it was gone`);
    this.leaks.push(watch.lastAfter(this.#stage.tookHold(askedAt), isLeak));
  }

  async act(by: Somebody, path: string, body: unknown): Promise<void> {
    const answer = await by.http.post(`/api/boards/${this.#stage.board}/${path}`, body);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
  }

  /** What was put away once would wait from the next edit on (TL3): staff say that the pupil is as the board says again. */
  async #trustAgain(who: Somebody): Promise<void> {
    const { http } = this.#teacherOf(who);
    const { classes } = getClasses.answer.parse(JSON.parse((await http.get('/api/classes')).text));
    const level = { kind: 'words', level: null };
    const tries = classes.map(({ id }) => http.post(`/api/classes/${id}/pupils/${who.id}/trust`, level));
    const answers = await Promise.all(tries);
    if (!answers.some(({ status }) => status === 200)) throw new Error('the pupil is in no class of the teacher');
  }

  #teacherOf(who: Somebody): Somebody {
    return this.#stage.atWork.find((one) => one.who.school === who.school)?.who ?? who;
  }

  #clientsOf(isOne: (who: Somebody) => boolean): RawClient[] {
    return this.#stage.atWork.filter(({ who }) => isOne(who)).map(({ stream }) => stream.client);
  }
}

/** Waits until each of these has been told so many more frames: what was on its way has come by then. */
async function someFrames(clients: readonly RawClient[], count = 4): Promise<void> {
  const before = clients.map(({ frames }) => frames.length);
  const isThere = (client: RawClient, at: number): boolean => client.frames.length >= (before[at] ?? 0) + count;
  await until(() => clients.every((client, at) => client.ended !== null || isThere(client, at)), 'frames');
}
