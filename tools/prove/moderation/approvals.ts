import type { CaseView } from '@bridgeboard/protocol';
import { newWord, richText, shape, until, type RawClient } from '@bridgeboard/testkit';

import type { Revocations } from './revocations.ts';
import type { AtWork, Stage } from './stage.ts';
import { Watch } from './watch.ts';

/** A pupil's note that waits, and where it is seen when it is let out. */
interface Waiting {
  readonly by: AtWork;
  readonly teacher: AtWork;
  readonly watchers: readonly RawClient[];
  readonly note: ReturnType<typeof shape>;
  readonly canary: string;
}

/** Lets held work out and takes that back, and notes how soon the other school's people had it. */
export class Approvals {
  /** For each approval and each client of the other school, how long after it was asked for the note was there, in ms. */
  readonly toScreen: number[] = [];
  readonly #stage: Stage;
  readonly #revocations: Revocations;
  #made = 0;

  constructor(stage: Stage, revocations: Revocations) {
    this.#stage = stage;
    this.#revocations = revocations;
  }

  /** A note of each of these is held, let out to everybody, and that is undone. They do nothing else meanwhile: it would be of the same case. */
  async letOutAndUndo(pupils: readonly AtWork[]): Promise<void> {
    const waiting: Waiting[] = [];
    for (const by of pupils) waiting.push(await this.#hold(by));
    await this.#stage.closeBursts();
    for (const one of waiting) await this.#letOutAndUndo(one);
  }

  async #hold(by: AtWork): Promise<Waiting> {
    const { who, stream } = by;
    stream.stop();
    await until(() => !stream.isBusy, 'the last edit of the author');
    const teacher = this.#stage.atWork.find((one) => one.who.school === who.school) ?? by;
    await this.#revocations.act(teacher.who, 'school-rules', { mode: 'held' });
    this.#made += 1;
    const canary = `undone${newWord()}`;
    const note = shape('note', `undo-${this.#made}-`, { 'props.richText': richText(canary) });
    const author = await this.#stage.join(who);
    const { refused } = await author.edit({ op: 'create', record: note });
    if (refused) throw new Error(`a note was refused: ${JSON.stringify(refused)}`);
    await author.close();
    const others = this.#stage.atWork.filter((one) => one.who.school !== who.school);
    return { by, teacher, watchers: others.map((one) => one.stream.client), note, canary };
  }

  async #letOutAndUndo({ teacher, watchers, note, canary }: Waiting): Promise<void> {
    const cases = (): CaseView[] => [...teacher.stream.client.cases.values()];
    const isReady = (one: CaseView): boolean =>
      one.records.includes(note.id) && one.status === 'waiting' && one.hash !== undefined;
    const { id, hash } = await until(() => cases().find(isReady), 'the case to wait');
    const isHeard = (text: string): boolean => text.includes(canary);
    const arrival = new Watch(watchers, isHeard);
    const askedAt = performance.now();
    await this.#revocations.act(teacher.who, `cases/${id}/decision`, { verdict: 'board', hash });
    await until(() => watchers.every((client) => client.isShared(note.id)), 'the note everywhere');
    this.toScreen.push(...arrival.firstAfter(askedAt));
    await this.#revocations.takeBack({
      watchers,
      isHeard,
      by: teacher.who,
      path: `cases/${id}/undo`,
      body: {},
      isGone: (client) => !client.isShared(note.id),
    });
  }
}
