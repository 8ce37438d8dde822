import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';

import type { Storage } from '@bridgeboard/storage';

import type { Accounts } from './accounts/open-accounts.ts';
import { addressesOf } from './addresses.ts';
import type { Addresses } from './addresses.ts';
import { Access } from './boards/access.ts';
import { createCharterOf } from './charter-of.ts';
import { isLoopbackOnly } from './config.ts';
import type { Config } from './config.ts';
import { AuditKeeper } from './audit-keeper.ts';
import { tellFallen } from './trust/trust-news.ts';
import { createAlerts } from './create-alerts.ts';
import { createFeatures } from './create-features.ts';
import { createRooms } from './create-rooms.ts';
import type { Rooms } from './create-rooms.ts';
import { createOriginCheck } from './http/check-origin.ts';
import { Erasures } from './erasure/erasures.ts';
import { createHttpApp } from './http/create-http-app.ts';
import { openWebApp } from './http/web-app.ts';
import { createMailer } from './mailer.ts';
import type { Meters } from './observability/meters.ts';
import { PrometheusMeters } from './observability/prometheus-meters.ts';
import type { Phase } from './observability/readiness.ts';
import { createWatching } from './observability/watching.routes.ts';
import type { Reach } from './outgoing.ts';
import { PictureMaker } from './pictures/picture-maker.ts';
import { PictureShelf } from './pictures/picture-shelf.ts';
import { Gateway } from './realtime/gateway.ts';
import { WrongCodeLimit } from './join/wrong-code-limit.ts';
import { LettingGo } from './safeguarding/letting-go.ts';
import { BoardRetention } from './retention/board-retention.ts';
import { forgetOver } from './retention/forget-over.ts';
import { SetUpCode } from './schools/set-up-code.ts';
import { newId } from './time-and-chance.ts';
import { createWeakLinks } from './weak-links.ts';
import type { World } from './world.ts';

interface AssemblyParts {
  readonly config: Config;
  readonly world: World;
  readonly storage: Storage;
  readonly accounts: Accounts;
}

/** A server whose parts know each other and that does not listen yet. */
export interface Assembly {
  /** Opens the way to a first school, as long as there is none. */
  readonly setUpCode: SetUpCode;
  readonly httpServer: Server;
  readonly gateway: Gateway;
  readonly rooms: Rooms;
  readonly erasures: Erasures;
  /** Lets everything go whose time is over (SG-23); never rejects. */
  readonly sweepKept: () => Promise<void>;
  /** Tells staff by mail of what has waited too long (SG-28); never rejects. */
  readonly alertStaff: () => Promise<void>;
  readonly keeper: AuditKeeper;
  readonly maker: PictureMaker;
  readonly meters: PrometheusMeters;
  /** Does what a crash has left undone of reports of concern. */
  readonly protectReported: () => Promise<void>;
  /** What is known only once it listens, and how it stands. */
  readonly state: { addresses: Addresses; phase: Phase };
}

/** How long a request may take to say what it wants, and to be there as a whole, in ms (SEC-32). */
const patience = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 2_000 } as const;

/** Rooms, sockets and HTTP around one store. */
export function assemble(parts: AssemblyParts): Assembly {
  const { config, world, storage, accounts } = parts;
  const { clock, random, onError, refusal } = world;
  const state: Assembly['state'] = { addresses: addressesOf(config, config.port), phase: 'starting' };
  const meters = new PrometheusMeters();
  const isOwnOrigin = createOriginCheck(() => state.addresses.origins);
  // Socket.IO wants the server, rooms want Socket.IO, and HTTP wants the rooms: HTTP comes in last.
  let app: RequestListener = () => undefined;
  const httpServer = createServer(patience, (request, response) => app(request, response));
  const { trustedProxies, socketLimits } = config;
  const onFaultTold = (requestId: string): void => world.log.warn({ requestId }, 'somebody was told of a fault');
  const now = (): number => clock.now();
  const surroundings = { httpServer, isOwnOrigin, trustedProxies, socketLimits, refusal, onError, meters, onFaultTold };
  const gateway = new Gateway({ ...surroundings, now, newId: () => newId(random) });
  const { fanOut, sessionSockets } = gateway;
  const keeper = new AuditKeeper({ log: storage.audit, clock, random });
  const onFallen = tellFallen(keeper);
  const rooms = createRooms({ storage, meters, clock, random, fanOut, refusal, onError, onFallen, isPaced: true });
  const access = new Access(storage.catalogue);
  serveBoards(gateway, { accounts, access, rooms, directory: storage.directory });
  const phase = (): Phase => state.phase;
  const read = () => ({
    rooms: rooms.boards.size,
    people: gateway.people(),
    outboxes: gateway.counts(),
    boardsBehind: rooms.feed.boardsBehind,
  });
  const watching = createWatching({ config, storage, meters, phase, now, read });
  const maker = new PictureMaker();
  const shelf = new PictureShelf(storage);
  const setUpCode = new SetUpCode({ random, wrongCodes: new WrongCodeLimit() });
  const erasures = createErasures(parts, { rooms, keeper, shelf });
  const sweepKept = createSweep(parts, { rooms, keeper });
  const asked = { ...aboutSockets(sessionSockets, accounts), url: () => state.addresses.url };
  const edge = { isOwnOrigin, meters, watching, isReady: () => phase() === 'serving', ...asked, setUpCode };
  const http = assembleHttp(parts, { rooms, keeper, maker, shelf, access, ...edge });
  app = http.app;
  const { protectReported, alertStaff } = http;
  const kept = { erasures, sweepKept, alertStaff, protectReported };
  return { setUpCode, httpServer, gateway, rooms, ...kept, keeper, maker, meters, state };
}

/** Boards over sockets, for whoever has a session; one that ends takes its sockets with it. */
function serveBoards(
  gateway: Gateway,
  parts: Pick<AssemblyParts, 'accounts'> & Pick<HttpSurroundings, 'access' | 'rooms'> & Pick<Storage, 'directory'>,
): void {
  const { accounts, access, rooms, directory } = parts;
  gateway.serve({
    rooms: rooms.boards,
    personFromCookies: (headers) => accounts.sessions.personFromCookies(headers),
    standingOf: (person, board) => access.standingOf(person, board),
    hasWeakLink: createWeakLinks(directory),
  });
  accounts.sessions.onEnded(({ sessionId }) => gateway.sessionSockets.endSession(sessionId));
}

/** What HTTP asks of the sockets of people, and tells them. */
function aboutSockets(
  sockets: Gateway['sessionSockets'],
  { sessions }: Accounts,
): Pick<HttpSurroundings, 'isLive' | 'renewStaff'> {
  return {
    isLive: (id) => sockets.isLive(id),
    renewStaff: (school) => sockets.renewStaff(school, (headers) => sessions.personFromCookies(headers)),
  };
}

/** Erasures among live boards: the queue hears of each board that one was carried out on. */
function createErasures(
  { storage, accounts, world }: AssemblyParts,
  { rooms: { audit, boards, feed }, keeper, shelf }: Pick<HttpSurroundings, 'rooms' | 'keeper' | 'shelf'>,
): Erasures {
  const { clock, onError } = world;
  const lettingGo = new LettingGo({ log: storage.concerns, now: () => clock.now() });
  return new Erasures({
    storage,
    keeper,
    forget: (person) => accounts.sessions.forget(person),
    forgetPictures: async (person) => shelf.forget(person, await lettingGo.heldPictures(person)),
    forgetReports: (person) => lettingGo.of(person),
    apart: async (board, person, work) => {
      await boards.erase(board, person, work);
      await feed.catchUp([board]);
    },
    toldInFull: (board) => audit.catchUp([board]),
    letGo: async (board) => {
      await boards.letGo(board);
      await feed.settled();
    },
    forgetPicturesOf: (board) => shelf.forgetBoard(board),
    schema: async () => (await import('@bridgeboard/domain/schema-check')).serializedSchema,
    now: () => clock.now(),
    onError,
  });
}

/** Everything whose time is over, of boards by their charters and of all else by its class. */
function createSweep(
  { storage, accounts, world }: AssemblyParts,
  { rooms: { boards }, keeper }: Pick<HttpSurroundings, 'rooms' | 'keeper'>,
): () => Promise<void> {
  const { clock, onError } = world;
  const now = (): number => clock.now();
  const retention = new BoardRetention({
    storage,
    charterOf: createCharterOf(storage.directory),
    keeper,
    isInUse: (board) => (boards.peek(board)?.present().size ?? 0) > 0,
    reopen: (board) => boards.reopen(board),
    now,
    onError,
  });
  return async () => {
    const { identity } = accounts;
    for (const work of [() => retention.carryOut(), () => forgetOver({ ...storage, identity, now: now() })]) {
      await work().catch((reason: unknown) => onError('retention', reason));
    }
  };
}

interface HttpSurroundings {
  readonly rooms: Rooms;
  readonly keeper: AuditKeeper;
  readonly maker: PictureMaker;
  readonly shelf: PictureShelf;
  readonly access: Access;
  readonly setUpCode: SetUpCode;
  readonly isOwnOrigin: (origin: string | undefined) => boolean;
  readonly isReady: () => boolean;
  readonly isLive: (sessionId: string) => boolean;
  readonly renewStaff: (school: string) => Promise<void>;
  readonly url: () => string;
  readonly meters: Meters;
  readonly watching: ReturnType<typeof createWatching>;
}

function assembleHttp(
  { config, world, storage, accounts }: AssemblyParts,
  around: HttpSurroundings,
): { readonly app: RequestListener } & Pick<Assembly, 'protectReported' | 'alertStaff'> {
  const { random, log } = world;
  const { isOwnOrigin, isReady, meters, watching } = around;
  const { boards, leavings } = around.rooms;
  const webApp = openWebApp({ root: world.webRoot, licenseKey: config.tldrawLicenseKey });
  const mailer = config.mail && createMailer(config.mail);
  const { protectReported, ...features } = createFeatures({
    ...accounts,
    ...world,
    ...around,
    textChecks: around.rooms.textChecks,
    trust: around.rooms.trust,
    storage,
    boards,
    strikeOff: (partnership) => leavings.strikeOff(partnership),
    mailer,
    ...providersFor(config),
    webApp,
  });
  const { trustedProxies } = config;
  const isSetUp = setUpOnce(storage);
  const app = createHttpApp({
    log,
    random,
    trustedProxies,
    isHttps: accounts.isHttps,
    isOwnOrigin,
    webApp,
    meters,
    watching,
    isReady,
    isSetUp,
    ...features,
  });
  const alertStaff = createAlerts({ ...around, world, storage, accounts, mailer });
  return { app, protectReported, alertStaff };
}

/** The operator's provider may be anywhere; a school's own stands on this machine only where nobody else comes in. */
function providersFor(config: Config): { readonly provider: Config['provider']; readonly providerReach: Reach } {
  return { provider: config.provider, providerReach: isLoopbackOnly(config) ? 'here-too' : 'internet' };
}

/** Whether there is a school; once there is one, the store is not asked again. */
function setUpOnce({ directory }: Pick<Storage, 'directory'>): () => Promise<boolean> {
  let isSetUp = false;
  return async () => {
    isSetUp ||= (await directory.schools()).length > 0;
    return isSetUp;
  };
}
