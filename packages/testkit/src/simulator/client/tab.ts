import { BoardSession, snapshotFetcher, type RefusedWork, type SessionParts } from '@bridgeboard/sync-client';
import type { BoardRecord, Op } from '@bridgeboard/protocol';

import { board, type Player } from '../cast.ts';
import type { Chance } from '../chance.ts';
import type { Connection, End } from '../network/connection.ts';
import { httpCall, type HttpAnswer } from '../network/http-call.ts';
import { SimLink } from '../network/sim-link.ts';
import type { Device } from './device.ts';
import { laidOver, targetOf } from './laid-over.ts';

/** How long a page that was warned still lives: its writes to the device's store come to an end. */
const lastMomentMs = 80;

interface TabParts {
  readonly name: string;
  readonly player: Player;
  readonly device: Device;
  readonly chance: Chance;
  readonly newName: () => string;
  readonly protocol: number;
  readonly dial: (client: End) => Promise<Connection | null>;
  /** @param from at least as new as this frame of the view */
  readonly snapshot: (from: number | null) => Promise<HttpAnswer>;
  readonly listener: TabListener;
}

/** Told of what a tab does and hears. */
interface TabListener {
  /** Taken over by the session: it is on the screen, and has to come out so or be listed as refused. */
  edited(tab: Tab, ops: readonly Op[]): void;
  refused(tab: Tab, work: readonly RefusedWork[]): void;
  /** About to go; `isWarned` where the page heard of it. */
  ending(tab: Tab, how: { isWarned: boolean }): void;
}

/** One tab of one person: a real session, and a screen that does what the session says and nothing else. */
export class Tab {
  readonly name: string;
  readonly player: Player;
  readonly device: Device;
  readonly session: BoardSession;
  readonly link: SimLink;
  readonly screen = new Map<string, BoardRecord>();
  restored = 0;
  /** What the person did last, for undo: newest last. */
  readonly done: { readonly op: Op; readonly before: BoardRecord | null }[] = [];
  readonly #parts: TabParts;
  readonly #endLocks: () => void;
  #isAlive = true;
  #isEnding = false;

  constructor(parts: TabParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.player = parts.player;
    this.device = parts.device;
    const timers = {
      now: () => this.device.now(),
      after: (delayMs: number, run: () => void) => this.device.after(delayMs, () => this.#isAlive && run()),
    };
    this.link = new SimLink({
      timers,
      chance: parts.chance.stream('link'),
      dial: parts.dial,
      protocol: parts.protocol,
    });
    const { locks, end } = this.device.locks.tab();
    this.#endLocks = end;
    this.session = new BoardSession(this.#sessionParts({ timers, locks }));
    this.#listen();
    this.session.start();
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** The board is on the screen and the person can do something. */
  get isUsable(): boolean {
    const { isShown, state } = this.session.status.value;
    return this.#isAlive && !this.#isEnding && !this.device.isAsleep && isShown && state !== 'ended';
  }

  get isOver(): boolean {
    return !this.#isAlive || this.session.status.value.state === 'ended';
  }

  /** Does something, first on the own screen, as a person does. */
  do(ops: readonly Op[]): void {
    this.device.acted();
    for (const op of ops) {
      const id = targetOf(op);
      const before = this.screen.get(id) ?? null;
      this.done.push({ op, before });
      this.#show(id, laidOver(before, op));
    }
    if (this.done.length > 40) this.done.splice(0, 20);
    const refused = this.session.edit(ops);
    for (const work of refused) this.#show(targetOf(work.op), this.session.records.get(targetOf(work.op)) ?? null);
    const isRefused = (op: Op): boolean => refused.some((work) => work.op === op);
    this.#parts.listener.edited(
      this,
      ops.filter((op) => !isRefused(op)),
    );
    if (refused.length > 0) this.#parts.listener.refused(this, refused);
  }

  /** The page goes: with a warning, as browsers promise where they are not killed, or without one. */
  end({ isWarned, after }: { isWarned: boolean; after?: () => void }): void {
    if (!this.#isAlive || this.#isEnding) return;
    this.#isEnding = true;
    const finish = (): void => {
      this.#finish({ isWarned });
      after?.();
    };
    if (!isWarned) return finish();
    void this.session.keepNow();
    this.device.after(lastMomentMs, finish);
  }

  #finish({ isWarned }: { isWarned: boolean }): void {
    this.#parts.listener.ending(this, { isWarned });
    this.#isAlive = false;
    this.link.vanish();
    this.#endLocks();
  }

  #sessionParts({ timers, locks }: Pick<SessionParts, 'timers' | 'locks'>): SessionParts {
    const { device, player, newName, snapshot, chance } = this.#parts;
    const random = chance.stream('session');
    return {
      board: board.id,
      person: player.id,
      link: this.link,
      locks,
      timers,
      newName,
      store: device.store.tab(() => this.#isAlive),
      random: () => random.float(),
      fetchSnapshot: snapshotFetcher(async (input, init) => {
        const from = /[?&]from=(\d+)/.exec(String(input))?.[1];
        const ask = (): Promise<HttpAnswer> => snapshot(from === undefined ? null : Number(from));
        const answer = await httpCall({ line: device.line, ask, signal: init?.signal ?? undefined });
        // No real `Response`: reading one takes turns of the event loop, which this world does not wait for.
        const json = (): Promise<unknown> => Promise.resolve(JSON.parse(answer.text));
        return { ok: answer.status === 200, status: answer.status, json } as Response;
      }),
    };
  }

  #listen(): void {
    this.session.listen({
      changed: ({ put, removed }) => {
        for (const record of put) this.#show(record.id, record);
        for (const id of removed) this.#show(id, null);
      },
      refused: (work) => this.#parts.listener.refused(this, work),
    });
    this.session.restored.subscribe(() => {
      this.restored += 1;
    });
  }

  #show(id: string, record: BoardRecord | null): void {
    if (record) this.screen.set(id, record);
    else this.screen.delete(id);
  }
}
