import { WholeActs, type TrustLevels } from '@bridgeboard/domain';
import { protocolVersion, type BoardMode, type Consent } from '@bridgeboard/protocol';
import { StorageUnavailable } from '@bridgeboard/storage';

import { outboxBeatMs } from '../../../../apps/server/src/realtime/outbox/outbox-limits.ts';
import type { Person } from '../../../../apps/server/src/rooms/live-board.ts';
import type { Room } from '../../../../apps/server/src/rooms/room.ts';
import { canaryId } from './canary.ts';
import { board, personOf, players, schools, type Player, type PlayerKey } from './cast.ts';
import { Chance } from './chance.ts';
import { Device } from './client/device.ts';
import { Tab } from './client/tab.ts';
import { Connection, type End } from './network/connection.ts';
import { httpCall, type HttpAnswer } from './network/http-call.ts';
import { openStage, type Stage } from './operations/stage.ts';
import type { Acted } from './oracles/oracle.ts';
import { Watch } from './oracles/watch.ts';
import { CrashStore, type StoreFaults } from './server/crash-store.ts';
import { fillStore } from './server/fill-store.ts';
import { ServerProcess } from './server/server-process.ts';
import { VirtualTime } from './virtual-time.ts';

/** 1 March 2026, noon UTC. */
const start = Date.UTC(2026, 2, 1, 12);

export interface WorldSetup {
  readonly seed: string;
  readonly schools: 2 | 3;
  /** Who has a tab open from the start, on which of their devices. */
  readonly tabs: readonly { readonly player: PlayerKey; readonly device: string }[];
  /** How long the store takes for an append, at most; 0 lets no act wait for another. */
  readonly appendMs: number;
  /** Acts wait for the server's tick, as in the product, or are taken at once. */
  readonly isPaced: boolean;
  /** What becomes of each school's work when the board begins. */
  readonly modes: readonly BoardMode[];
}

interface Parts {
  readonly setup: WorldSetup;
  readonly time: VirtualTime;
  readonly watch: Watch;
  readonly store: CrashStore;
}

/** Server, store, network, and people with their devices and tabs: everything runs for real, on one clock and one seed. */
export class World {
  readonly setup: WorldSetup;
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly watch: Watch;
  readonly store: CrashStore;
  readonly devices = new Map<string, Device>();
  readonly tabs: Tab[] = [];
  /** People who are not let in to the board any more. */
  readonly dismissed = new Set<string>();
  /** What pupils are trusted with, by person: kept beside the boards, and there after each start. */
  readonly trust = new Map<string, TrustLevels>();
  /** What families have agreed to, as their schools have it, by pupil. */
  readonly consents = new Map<string, Consent>();
  /** What has been reported and may be let back. */
  readonly reported = new Set<string>();
  /** How often the server ticks, in ms. */
  tickMs = 33;
  process: ServerProcess | null = null;
  stage: Stage = openStage;
  /** How long each healing took until all was quiet, in ms of this world. */
  readonly healMs: number[] = [];
  readonly #aliases: Chance;
  #names = 0;

  private constructor({ setup, time, watch, store }: Parts) {
    this.setup = setup;
    this.time = time;
    this.watch = watch;
    this.store = store;
    this.chance = new Chance(setup.seed);
    this.#aliases = this.chance.stream('aliases');
  }

  static async open(setup: WorldSetup, faults: Partial<StoreFaults> = {}): Promise<World> {
    const time = new VirtualTime(start);
    const watch = new Watch();
    const acts = new WholeActs();
    const store = await CrashStore.open({
      time,
      chance: new Chance(setup.seed).stream('store'),
      mayFail: () => true,
      keepsParts: true,
      ...faults,
      onKept: (entries) => watch.tell('kept', acts.take(entries), entries),
    });
    const taking = schools.slice(0, setup.schools);
    await fillStore(store.storage, { schools: taking, at: start });
    return new World({ setup, time, watch, store });
  }

  /** Starts the server and founds the board. */
  async found(): Promise<void> {
    this.startServer();
    const taking = schools.slice(0, this.setup.schools);
    await this.process?.rooms.found({ id: board.id, schools: taking.map(({ id }) => id) });
  }

  /** Begins: everybody opens their tabs, and the server's clock ticks. */
  begin(): void {
    void this.#beginRules();
    // Messages come at whole milliseconds: none of them and a tick meet at one moment, where chance would decide.
    this.time.after(0.5, () => this.#tickOn());
    this.store.appendMs = this.setup.appendMs;
    for (const { player, device } of this.setup.tabs) this.openTab(players[player], device);
    this.#beatOn();
  }

  get liveTabs(): Tab[] {
    return this.tabs.filter((tab) => tab.isAlive);
  }

  startServer(): void {
    if (this.process?.isAlive) return;
    const { time, store, watch } = this;
    this.process = new ServerProcess({
      time,
      store,
      newId: () => canaryId('server', (this.#names += 1)),
      random: () => this.#aliases.float(),
      isPaced: this.setup.isPaced,
      trustOf: (pupil) => this.trust.get(pupil) ?? {},
      mayOpen: ({ id }) => !this.dismissed.has(id),
      onSaid: (said) => watch.tell('said', said),
      onEdit: (socket, message) => watch.tell('asked', socket, message),
      onDrawn: (drawn) => watch.tell('drawn', drawn),
      onError: (what, reason) => this.#onError(what, reason),
      // A supervisor starts it again; the store decides what was.
      onDeath: () => time.after(this.chance.between(50, 4_000), () => this.startServer()),
    });
  }

  deviceOf(player: Player, name: string): Device {
    const key = `${player.key}-${name}`;
    const known = this.devices.get(key);
    if (known) return known;
    const device = new Device({ name: key, time: this.time, chance: this.chance.stream(key) });
    this.devices.set(key, device);
    return device;
  }

  /** @param protocol what an older page speaks */
  openTab(player: Player, deviceName: string, protocol: number = protocolVersion): Tab {
    const device = this.deviceOf(player, deviceName);
    const name = `${device.name}-${this.tabs.length + 1}`;
    const chance = device.chance.stream(name);
    let names = 0;
    const tab: Tab = new Tab({
      name,
      player,
      device,
      chance,
      protocol,
      newName: () => canaryId('client', `${name.replaceAll('-', '0')}0${(names += 1)}`),
      dial: (client) => this.#dial({ name, player, device }, client),
      snapshot: (from) => this.#snapshot(tab, from),
      listener: {
        edited: (...about) => this.watch.tell('edited', ...about),
        refused: (...about) => this.watch.tell('refused', ...about),
        ending: (...about) => this.watch.tell('ending', ...about),
      },
    });
    this.tabs.push(tab);
    return tab;
  }

  /** An act of this person over HTTP, which takes as long as it takes. */
  act(tab: Tab, about: Omit<Acted, 'isDone' | 'text'>, act: (room: Room, by: Person) => Promise<unknown>): void {
    const ask = (): Promise<HttpAnswer> =>
      this.process?.room || this.stage.mayOpen(tab.player)
        ? this.#ask(tab, (room) => act(room, personOf(tab.player)))
        : Promise.reject(new Error('nobody has opened the board yet'));
    void httpCall({ line: tab.device.line, ask }).then(
      ({ status, text }) => {
        const isDone = status === 200 && !isRefusal(JSON.parse(text));
        this.watch.tell('acted', tab, { ...about, isDone, text });
      },
      () => undefined,
    );
  }

  /** Connections of a device that at least the server takes for open. */
  connectionsOf(device: Device): Connection[] {
    const all = [...(this.process?.sockets ?? [])].map(({ connection }) => connection);
    return all.filter(({ line, isServerOpen }) => line === device.line && isServerOpen);
  }

  /** The lid is opened: pages hear of it, as browsers tell them. */
  wake(device: Device): void {
    device.wake();
    for (const tab of this.liveTabs) if (tab.device === device) tab.session.wake();
  }

  /** A pupil is not let in to the board any more. */
  dismiss({ id }: Player): void {
    this.dismissed.add(id);
    this.process?.rooms.peek(board.id)?.end(id, 'FORBIDDEN');
  }

  /** Whoever was dismissed is let in again and loads the page anew. False where nobody was. */
  letInAgain(): boolean {
    const back = [...this.dismissed];
    this.dismissed.clear();
    for (const id of back) this.loadAnew(id);
    return back.length > 0;
  }

  /** This person loads the page anew in every tab that has been sent away. */
  loadAnew(person: string): void {
    for (const tab of this.liveTabs) {
      if (tab.player.id !== person || !tab.isOver) continue;
      const name = tab.device.name.slice(tab.player.key.length + 1);
      tab.end({ isWarned: true, after: () => this.openTab(tab.player, name) });
    }
  }

  async #snapshot(tab: Tab, from: number | null): Promise<HttpAnswer> {
    const answer = await this.#ask(tab, ({ reader }) =>
      Promise.resolve(reader.snapshotFor(personOf(tab.player), from).json),
    );
    if (answer.status === 200) this.watch.tell('snapshot', tab, answer.text);
    else this.watch.tell('acted', tab, { kind: 'snapshot', subject: '', isDone: false, text: answer.text });
    return answer;
  }

  #ask(tab: Tab, act: (room: Room) => Promise<unknown>): Promise<HttpAnswer> {
    const { process } = this;
    return process?.isAlive
      ? process.request(personOf(tab.player), act)
      : Promise.reject(new Error('no server is there'));
  }

  async #beginRules(): Promise<void> {
    const room = await this.process?.open();
    void room?.govern({ by: null, event: { kind: 'allow-open', allowed: true } });
    this.setup.modes.forEach((mode, i) => {
      const school = schools[i]?.id ?? '';
      void room?.govern({ by: null, event: { kind: 'set-mode', school, mode } });
    });
  }

  #dial({ name, player, device }: Pick<Tab, 'name' | 'player' | 'device'>, client: End): Promise<Connection | null> {
    const { line } = device;
    return new Promise((resolve) => {
      this.time.after(2 * line.latency(), () => {
        const { process } = this;
        if (!process?.isAlive || !line.isWhole) return resolve(null);
        const connection = new Connection({ id: canaryId('server', (this.#names += 1)), name, line, client });
        process.accept(connection, personOf(player));
        return resolve(connection);
      });
    });
  }

  #tickOn(): void {
    this.time.after(this.tickMs, () => {
      this.process?.tick();
      this.watch.tell('ticked');
      this.#tickOn();
    });
  }

  #beatOn(): void {
    this.time.after(Math.max(outboxBeatMs, this.tickMs), () => {
      this.process?.beat();
      this.#beatOn();
    });
  }

  #onError(what: string, reason: unknown): void {
    if (reason instanceof StorageUnavailable) return;
    this.watch.fail(
      'faults',
      `${what}: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`,
    );
  }
}

function isRefusal(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}
