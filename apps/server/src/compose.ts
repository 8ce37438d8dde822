import { CannotOpenStorage } from '@bridgeboard/storage';
import type { Storage } from '@bridgeboard/storage';

import { openAccounts } from './accounts/open-accounts.ts';
import type { Accounts } from './accounts/open-accounts.ts';
import { addressesOf } from './addresses.ts';
import { assemble } from './assemble.ts';
import type { Assembly } from './assemble.ts';
import type { Config } from './config.ts';
import { isUnfinished } from './backup/unfinished.ts';
import { allBoards } from './all-boards.ts';
import { fillIfEmpty } from './fill-if-empty.ts';
import { listen, stopListening } from './http/listen.ts';
import { PrometheusMeters } from './observability/prometheus-meters.ts';
import { loadAdapter, openStore, withBucket } from './open-store.ts';
import type { Gateway } from './realtime/gateway.ts';
import { alertEveryMs } from './moderation/waiting-alerts.ts';
import { outboxBeatMs } from './realtime/outbox/outbox-limits.ts';
import type { LiveBoards } from './rooms/live-board.ts';
import { sweepPictures } from './pictures/picture-sweep.ts';
import { leaseTimes, SoleServer } from './sole-server.ts';
import { StartFailure } from './start-failure.ts';
import { worldOf } from './world.ts';
import type { ServerOverrides, World } from './world.ts';

/** A server that takes requests. */
export interface RunningServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly storage: Storage;
  readonly sockets: Pick<Gateway, 'counts'>;
  readonly boards: Pick<LiveBoards, 'open'>;
  /** Resolves when another server has taken the store over, because this one said nothing for too long: it has to end. */
  readonly overtaken: Promise<void>;
  /** Lets everything go whose time is over, as it does by itself when it is ready and every hour. */
  readonly sweepKept: () => Promise<void>;
  /** Tells staff by mail of what has waited too long, as it does by itself twice a minute. */
  readonly alertStaff: () => Promise<void>;
  /** Answers what is on its way, keeps what was asked, lets go of everything. Closing again does nothing. */
  close(): Promise<void>;
}

/** How often boards are asked what is new, and how often ended sessions, lines that wait for the audit log, erasures and unused pictures are looked for, in ms. */
const every = { tickMs: 10, expiredMs: 500, auditMs: 2_000, erasuresMs: 2_000, sweepMs: 3_600_000 } as const;

/** Opens the store that the configuration asks for. */
async function openStorage({ mongoUrl, dataDir }: Config): Promise<Storage> {
  if (isUnfinished(dataDir, mongoUrl === null ? 'sqlite' : 'mongo')) {
    throw new StartFailure(
      `DATA_DIR=${dataDir} cannot be used: a restore or move into its store was cut off, so empty that store and do it again.`,
    );
  }
  try {
    return await openStore({ mongoUrl, dataDir });
  } catch (error) {
    if (!(error instanceof CannotOpenStorage)) throw error;
    const option = mongoUrl === null ? `DATA_DIR=${dataDir}` : 'MONGO_URL';
    throw new StartFailure(`${option} cannot be used: ${error.message}`);
  }
}

/** The store, with the bytes of pictures in a bucket where the configuration names one. */
async function openAllStorage(config: Config): Promise<Storage> {
  const storage = await openStorage(config);
  try {
    return await withBucket(storage, config.s3Url);
  } catch (error) {
    throw error instanceof CannotOpenStorage ? new StartFailure(`S3_URL cannot be used: ${error.message}`) : error;
  }
}

/** Reads what a start with this configuration will need and what the first board and the first sign-in will, so that a compile cache has it. */
export async function loadModules({ mongoUrl, metricsToken }: Config): Promise<void> {
  await import('@bridgeboard/domain/schema-check');
  await import('./accounts/better-auth/open-library.ts');
  await loadAdapter(mongoUrl);
  if (metricsToken !== null) await new PrometheusMeters().begin();
}

/**
 * Does what only the first start has to do, for a process that ends then: reads every module, so that a compile cache has
 * them, and fills an empty store. The server starts with neither in its memory. Rejects as `startServer` does.
 */
export async function prepare(config: Config, overrides: ServerOverrides = {}): Promise<void> {
  await loadModules(config);
  const world = worldOf(config, overrides);
  await using stack = new AsyncDisposableStack();
  const storage = stack.adopt(await openAllStorage(config), (opened) => opened.close());
  const { instanceKey, identity } = await openAccounts(config, storage, world);
  await fillIfEmpty({ ...world, config, storage, instanceKey, identity }, '');
}

/** A timer that ends with the server and whose work cannot bring the process down. */
function repeat(
  stack: AsyncDisposableStack,
  { everyMs, world }: { everyMs: number; world: World },
  work: () => void,
): void {
  const timer = setInterval(() => {
    try {
      work();
    } catch (reason) {
      world.onError('timer', reason);
    }
  }, everyMs);
  stack.defer(() => clearInterval(timer));
}

/** Listens, and arranges that what began last ends first: timers, rooms with all their sockets, then the listening. */
async function open({ config, world, storage, assembly }: Omit<Opened, 'accounts'>, stack: AsyncDisposableStack) {
  const { httpServer, gateway, rooms, erasures, keeper, maker, state, sweepKept, alertStaff } = assembly;
  const port = await listen(httpServer, config);
  state.addresses = addressesOf(config, port);
  stack.defer(async () => {
    await Promise.all([stopListening(httpServer), gateway.close()]);
  });
  stack.use(maker);
  stack.defer(() => rooms.close());
  repeat(stack, { everyMs: every.tickMs, world }, () => rooms.boards.tick());
  repeat(stack, { everyMs: every.expiredMs, world }, () => {
    gateway.sessionSockets.endExpired(world.clock.now());
  });
  repeat(stack, { everyMs: every.auditMs, world }, () => {
    void rooms.audit.carryOn();
    keeper.flush().catch((reason: unknown) => world.onError('audit log', reason));
  });
  repeat(stack, { everyMs: every.erasuresMs, world }, () => {
    if (state.phase !== 'serving') return;
    const carried = rooms.leavings.carryOut().then(() => erasures.carryOut());
    carried.catch((reason: unknown) => world.onError('erasures', reason));
  });
  repeat(stack, { everyMs: alertEveryMs, world }, () => {
    if (state.phase === 'serving') void alertStaff();
  });
  repeat(stack, { everyMs: outboxBeatMs, world }, () => gateway.beat());
  repeat(stack, { everyMs: every.sweepMs, world }, () => {
    if (state.phase === 'serving') void sweepKept();
    sweepPictures({ ...storage, boards: rooms.boards, clock: world.clock }).catch((reason: unknown) =>
      world.onError('sweep of pictures', reason),
    );
  });
  stack.defer(() => {
    state.phase = 'draining';
  });
  return port;
}

/** Takes a store that opening does not lock, and keeps it until the end. `overtaken` resolves where another server has it by then. */
async function takeStore(
  { storage, world }: Pick<Opened, 'storage' | 'world'>,
  stack: AsyncDisposableStack,
): Promise<Pick<RunningServer, 'overtaken'>> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { random, isSole, onError } = world;
  if (storage.lease === null || !isSole) return { overtaken: promise };
  const away = (reason: unknown): void => onError('lease of the store', reason);
  const sole = stack.adopt(await SoleServer.of(storage.lease, { random }), (held) => held.release().catch(away));
  repeat(stack, { everyMs: leaseTimes.beatMs, world }, () => {
    sole.beat().then((isOurs) => {
      if (!isOurs) resolve();
    }, away);
  });
  return { overtaken: promise };
}

interface Opened {
  readonly config: Config;
  readonly world: World;
  readonly storage: Storage;
  readonly accounts: Accounts;
  readonly assembly: Assembly;
}

/** For whoever reads what the server prints: nobody else gets the code, and nothing keeps it. */
function setUpLines(code: string, url: string): string[] {
  return [
    'No school is set up here yet, so nobody can come in.',
    `Open ${url}/set-up and type this code to set one up: ${code}`,
    'The code works until a school is set up or this server stops.',
  ];
}

/** Parts and erases what must be gone, fills what is empty, brings the queue's index up to date, and only then takes requests and says where. */
async function makeReady({ config, world, storage, accounts, assembly }: Opened): Promise<void> {
  const { rooms, erasures, meters, state, setUpCode, protectReported, sweepKept } = assembly;
  const { instanceKey, identity } = accounts;
  await rooms.leavings.resume();
  await erasures.carryOut();
  const lines = await fillIfEmpty({ ...world, config, storage, instanceKey, identity }, state.addresses.url);
  if ((await storage.directory.schools()).length === 0) lines.push(...setUpLines(setUpCode.shown, state.addresses.url));
  const boards = (await allBoards(storage)).map(({ id }) => id);
  await rooms.feed.catchUp(boards);
  await rooms.audit.catchUp(boards);
  await protectReported();
  await sweepKept();
  // Whoever set a token means to watch; otherwise counting begins when somebody asks for the first time.
  if (config.metricsToken !== null) await meters.begin();
  world.beforeServing();
  state.phase = 'serving';
  for (const line of [...storage.notes, `Bridgeboard is ready at ${state.addresses.url}`, ...lines]) world.print(line);
}

/**
 * Starts a server and resolves when it is ready. Rejects with `StartFailure` where the configuration or the machine does
 * not let it, after letting go of what it had taken.
 */
export async function startServer(config: Config, overrides: ServerOverrides = {}): Promise<RunningServer> {
  await using stack = new AsyncDisposableStack();
  const world = worldOf(config, overrides);
  const storage = stack.adopt(await openAllStorage(config), (opened) => opened.close());
  const { overtaken } = await takeStore({ storage, world }, stack);
  const accounts = await openAccounts(config, storage, world);
  const assembly = assemble({ config, world, storage, accounts });
  const port = await open({ config, world, storage, assembly }, stack);
  await makeReady({ config, world, storage, accounts, assembly });
  const running = stack.move();
  const close = (): Promise<void> => running.disposeAsync();
  const { gateway: sockets, rooms, state, sweepKept, alertStaff } = assembly;
  const { boards } = rooms;
  const { url } = state.addresses;
  return { url, port, storage, sockets, boards, sweepKept, alertStaff, overtaken, close, [Symbol.asyncDispose]: close };
}
