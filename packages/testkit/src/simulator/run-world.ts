import type { JournalEntry } from '@bridgeboard/protocol';

import { shape } from '../engine/records.ts';
import { board, players, schools } from './cast.ts';
import { Coverage } from './coverage.ts';
import type { Figures } from './figures.ts';
import type { History } from './history.ts';
import { liftRules } from './lift-rules.ts';
import { operationOf } from './operations/registry.ts';
import { AuditOracle } from './oracles/audit-oracle.ts';
import { DecisionOracle } from './oracles/decision-oracle.ts';
import { EqualityOracle } from './oracles/equality-oracle.ts';
import { JournalOracle } from './oracles/journal-oracle.ts';
import type { Failure } from './oracles/oracle.ts';
import { OrderOracle } from './oracles/order-oracle.ts';
import { PictureOracle } from './oracles/picture-oracle.ts';
import { PrivacyOracle } from './oracles/privacy-oracle.ts';
import { QueueOracle } from './oracles/queue-oracle.ts';
import { SaveOracle } from './oracles/save-oracle.ts';
import { comeToRest } from './rest.ts';
import { agreedTo } from './server/fill-store.ts';
import { actInSecret, letOutIds, letOutKinds } from './secrets/secret-acts.ts';
import { isOutside, publicStage, sides, type Side } from './secrets/side.ts';
import { StreamOracle, type Line } from './secrets/stream-oracle.ts';
import { World } from './world.ts';

/** What came of one world. */
export interface WorldOutcome {
  readonly failures: readonly Failure[];
  readonly figures: Figures;
  /** What everybody was told who may not know of the secrets. */
  readonly streams: ReadonlyMap<string, readonly Line[]>;
}

/** Plays a history in one world; where there are two, in the first or the second. */
export async function runWorld(history: History, number: 0 | 1): Promise<WorldOutcome> {
  const side = history.secrets && sides[history.secrets.side];
  const world = await World.open(history.setup, side ? faultsInPublic(side) : {});
  const play = new Play(world, history, number);
  await play.run();
  return play.outcome();
}

/** A fault that met a secret act alone would tell of it: the store's failures are everybody's to feel. */
function faultsInPublic({ author, staff }: Side): Parameters<typeof World.open>[1] {
  const secret = new Set([players[author].id, players[staff].id]);
  // Of a report nobody is told who made it: it may be a secret one.
  const isReport = ({ facts }: JournalEntry): boolean =>
    !facts.actor && ['hide', 'part', 'commit'].includes(facts.kind);
  const isOfSecrets = ({ facts }: JournalEntry): boolean => secret.has(facts.actor?.person ?? '');
  const isPublic = (entry: JournalEntry): boolean =>
    entry.facts.kind === 'join' || !(isReport(entry) || isOfSecrets(entry));
  return { mayFail: (entries) => entries.some(isPublic), keepsParts: false };
}

class Play {
  readonly #world: World;
  readonly #history: History;
  readonly #number: 0 | 1;
  readonly #journal: JournalOracle;
  readonly #privacy: PrivacyOracle;
  readonly #equality: EqualityOracle;
  readonly #pictures: PictureOracle;
  readonly #save: SaveOracle;
  readonly #streams: StreamOracle;
  readonly #coverage: Coverage;
  readonly #secretIds = new Set<string>();

  constructor(world: World, history: History, number: 0 | 1) {
    const { watch, time } = world;
    this.#world = world;
    this.#history = history;
    this.#number = number;
    this.#journal = new JournalOracle(watch);
    this.#privacy = new PrivacyOracle({
      watch,
      state: () => world.process?.room?.state ?? null,
      now: () => time.now(),
    });
    this.#pictures = new PictureOracle(watch, (pupil) => world.consents.get(pupil) ?? agreedTo);
    this.#equality = new EqualityOracle(world);
    this.#save = new SaveOracle(watch, () => world.liveTabs);
    this.#streams = new StreamOracle({ now: () => time.now(), place: () => watch.place });
    this.#coverage = new Coverage(world);
    const about = { board: board.id, schools: schools.slice(0, history.setup.schools).map(({ id }) => id) };
    const others = [
      new DecisionOracle(watch, about),
      new OrderOracle(watch),
      new AuditOracle(watch),
      new QueueOracle(world),
      this.#pictures,
      ...(history.secrets ? [this.#streams] : []),
    ];
    for (const oracle of [this.#journal, this.#privacy, this.#equality, this.#save, ...others]) watch.add(oracle);
  }

  async run(): Promise<void> {
    const world = this.#world;
    await world.found();
    world.begin();
    await world.time.advance(2_000);
    if (this.#side) await this.#letSecretsBaseOut(this.#side);
    for (const step of this.#history.steps) {
      await this.#take(step);
      if (world.watch.failures.length > 0) return;
    }
    world.watch.place = 'at the end';
    await comeToRest(world);
    if (world.watch.failures.length === 0) await this.#sendWhatIsLeft();
  }

  outcome(): WorldOutcome {
    const side = this.#side;
    const outside = this.#world.tabs.filter(({ player }) => side && isOutside(side, player)).map(({ name }) => name);
    return {
      failures: this.#world.watch.failures,
      streams: new Map(outside.map((name) => [name, this.#streams.streams.get(name) ?? []])),
      figures: {
        steps: this.#history.steps.length,
        entries: this.#journal.entries.length,
        ...this.#journal.inParts,
        acknowledged: this.#journal.acknowledged,
        messagesChecked: this.#privacy.checked,
        viewsCompared: this.#equality.compared,
        picturesDrawn: this.#pictures.checked,
        states: this.#equality.states.size,
        longestHealMs: Math.max(0, ...this.#world.healMs),
        met: this.#coverage.met,
      },
    };
  }

  get #side(): Side | undefined {
    return this.#history.secrets && sides[this.#history.secrets.side];
  }

  async #take(step: History['steps'][number]): Promise<void> {
    const world = this.#world;
    world.watch.place = `step ${step.n}, ${step.op}`;
    const acts = this.#history.secrets?.worlds[this.#number][step.n] ?? [];
    if (this.#side) for (const act of acts) actInSecret(world, this.#side, { act, secretIds: this.#secretIds });
    const operation = operationOf(step.op);
    this.#coverage.meet(operation, step);
    await this.#pass(step.waitMs);
    world.watch.tell('stepped');
    if (operation.rests) await comeToRest(world);
  }

  /** Lets time pass. In a long pause little happens, so the server's clock need not tick so often. */
  async #pass(ms: number): Promise<void> {
    const { time } = this.#world;
    const busyMs = Math.min(ms, 600);
    await time.advance(busyMs);
    if (ms === busyMs) return;
    this.#world.tickMs = ms > 10_000 ? 1_000 : 250;
    await time.advance(ms - busyMs);
    this.#world.tickMs = 33;
  }

  /** What the secrets' author has let out already: each may get secret changes, and others may touch it. */
  async #letSecretsBaseOut(side: Side): Promise<void> {
    const world = this.#world;
    world.stage = publicStage(world, side, { secretIds: this.#secretIds, number: this.#number });
    const [author, judge] = [side.author, side.staff].map((key) => world.tabs.find(({ player }) => player.key === key));
    for (const { player, device } of world.tabs) if (!isOutside(side, player)) device.line.isSteady = true;
    const ids = letOutIds();
    const records = letOutKinds.map((kind, i) => ({ ...shape(kind, 'any', { x: i }), id: ids[i] ?? '' }));
    for (const { id } of records) this.#secretIds.add(id);
    author?.do(records.map((record) => ({ op: 'create', record })));
    await this.#pass(8_000);
    for (const { id, hash = '' } of judge?.session.cases.value.values() ?? []) {
      if (judge)
        world.act(judge, { kind: 'decision', subject: id }, ({ reader }, by) =>
          reader.decide({ by, case: id, verdict: 'board', hash }),
        );
    }
    await this.#pass(2_000);
  }

  /**
   * What had to wait for the rules, and what closed tabs left for the next one that opens the board there: in the end
   * everybody may write, everybody is there, and nothing is left.
   */
  async #sendWhatIsLeft(): Promise<void> {
    const world = this.#world;
    const isAllSaid = world.liveTabs.every(({ session }) => session.status.value.closed === null);
    const places = new Map(this.#save.leftBy.map(({ device, player }) => [device.name, { device, player }]));
    // Two worlds go the same way to the end.
    if (isAllSaid && places.size === 0 && !this.#side) return;
    world.watch.place = 'after the end';
    world.letInAgain();
    await liftRules(world.process);
    await this.#pass(1_000);
    for (const { player } of world.liveTabs) world.loadAnew(player.id);
    await this.#pass(1_000);
    for (const { device, player } of places.values()) world.openTab(player, device.name.slice(player.key.length + 1));
    await comeToRest(world);
    for (const left of this.#save.left) world.watch.fail('lostAcked', `nobody sends ${left}`);
    for (const tab of world.liveTabs) {
      const { save, closed } = tab.session.status.value;
      if (!tab.isOver && closed !== null) world.watch.fail('lostAcked', `${tab.name} is at "${save.name}" and waits`);
    }
  }
}
