import { setTimeout as wait } from 'node:timers/promises';

import type { Storage } from '@bridgeboard/storage';
import type { Logger } from 'pino';

import type { Identity } from './accounts/identity.ts';
import type { KnownDevices } from './accounts/known-devices.ts';
import type { Sessions } from './accounts/session.ts';
import { mountBoards, mountDoor } from './boards/boards.routes.ts';
import { mountDeletedPages } from './boards/deleted-pages.routes.ts';
import { mountRules } from './boards/rules.routes.ts';
import { mountPeople } from './boards/people.routes.ts';
import { BoardShelf } from './boards/boards.service.ts';
import { mountAudit } from './audit/audit.routes.ts';
import { AuditReader } from './audit/audit-reader.ts';
import { createAudited } from './audit/audited-routes.ts';
import { tellFailedSignIns } from './audit/failed-sign-ins.ts';
import type { AuditKeeper } from './audit-keeper.ts';
import type { Access } from './boards/access.ts';
import { createBoardAbout } from './boards/board-about.ts';
import { BoardDoor } from './boards/door.service.ts';
import { createCharterOf } from './charter-of.ts';
import type { CharterOf } from './charter-of.ts';
import { drawBoard } from './boards/board-picture.ts';
import { GuestCookie } from './guests/guest-cookie.ts';
import { GuestLinks } from './guests/guest-links.service.ts';
import { GuestNotes } from './guests/guest-notes.service.ts';
import { mountGuests } from './guests/guests.routes.ts';
import type { Api, Audited } from './http/call.ts';
import { createApi } from './http/create-api.ts';
import type { HttpRoutes } from './http/create-http-app.ts';
import { createFrontPages } from './http/front-pages.ts';
import type { KnownNetworks } from './http/known-networks.ts';
import { createRequestLimit, requestsPerMinute } from './http/rate-limit.ts';
import type { WebApp } from './http/web-app.ts';
import { deriveKey } from './instance-key.ts';
import { normaliseCode } from './join/class-code.ts';
import { DeviceCookie } from './join/device-cookie.ts';
import { mountJoin } from './join/join.routes.ts';
import { Joining } from './join/join.service.ts';
import { Strangers } from './join/strangers.ts';
import { Lobby } from './join/lobby.ts';
import type { ProviderConfig } from './config.ts';
import type { Mailer } from './mailer.ts';
import type { Reach } from './outgoing.ts';
import type { ReportFromOutside } from './outside-report.ts';
import type { PictureMaker } from './pictures/picture-maker.ts';
import type { PictureShelf } from './pictures/picture-shelf.ts';
import { createPictureGatherer, type GatherFor } from './picture-addresses.ts';
import { createPictureConsent } from './picture-consent.ts';
import type { MayShowPicture } from './picture-consent.ts';
import { mountPictures } from './pictures/pictures.routes.ts';
import { Uploads } from './pictures/uploads.service.ts';
import { createPublicationPages, mountPublishing } from './publishing/publishing.routes.ts';
import { Publishing } from './publishing/publishing.service.ts';
import { readPublication } from './publishing/read-publication.ts';
import { classCodes, mountClassFeature } from './mount-classes.ts';
import { mountSafeguarding } from './mount-safeguarding.ts';
import { mountJudging } from './mount-judging.ts';
import { mountAccountFeature } from './mount-account-feature.ts';
import type { LiveBoards } from './rooms/live-board.ts';
import { mountPartnershipFeature } from './mount-partnership-feature.ts';
import { mountSchools } from './mount-schools.ts';
import { createSchoolBriefs, type SchoolBriefs } from './school-briefs.ts';
import type { SetUpCode } from './schools/set-up-code.ts';
import { createSealedPictures } from './sealed-pictures.ts';
import type { IsSealed } from './sealed-pictures.ts';
import type { PupilTrustBook } from './pupil-trust.ts';
import type { TextChecks } from './text-checks.ts';
import type { Clock, Random } from './time-and-chance.ts';
import { createWeakLinks } from './weak-links.ts';

interface FeatureParts {
  readonly storage: Storage;
  readonly boards: LiveBoards;
  /** Strikes schools that have left a partnership off its boards. */
  readonly strikeOff: (partnership: string) => Promise<void>;
  readonly identity: Identity;
  readonly sessions: Sessions;
  /** Whether a session has a board open. */
  readonly isLive: (sessionId: string) => boolean;
  /** Asks again who is there of a school's staff. */
  readonly renewStaff: (school: string) => Promise<void>;
  readonly setUpCode: SetUpCode;
  readonly mailer: Mailer | null;
  readonly provider: ProviderConfig | null;
  /** How far schools' own providers may be. */
  readonly providerReach: Reach;
  /** Where people find this instance. */
  readonly url: () => string;
  readonly access: Access;
  readonly textChecks: TextChecks;
  readonly trust: PupilTrustBook;
  readonly keeper: AuditKeeper;
  readonly onError: (what: string, reason: unknown) => void;
  readonly maker: PictureMaker;
  readonly shelf: PictureShelf;
  readonly instanceKey: Buffer;
  readonly isHttps: boolean;
  readonly knownDevices: KnownDevices;
  readonly knownNetworks: KnownNetworks;
  readonly webApp: WebApp;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
}

interface Features extends HttpRoutes {
  /** Does what a crash has left undone of reports. */
  readonly protectReported: () => Promise<void>;
}

/** Puts the features together; none of them knows another one, only what is handed to it here. */
export function createFeatures(parts: FeatureParts): Features {
  const { storage, boards, sessions, access, clock, webApp } = parts;
  const { directory, assets, blobs } = storage;
  const schoolBrief = createSchoolBriefs(directory);
  const charterOf = createCharterOf(directory);
  const lobby = new Lobby({ clock });
  const strangers = new Strangers({ clock, known: parts.knownNetworks });
  const joining = createJoining(parts, { lobby, strangers });
  const api = createApi({
    personFromCookies: (headers) => sessions.personFromCookies(headers),
    knownDevice: (headers) => parts.knownDevices.read(headers)?.id ?? null,
    requestLimit: createRequestLimit(requestsPerMinute),
    audited: auditedIn(parts),
    now: () => clock.now(),
    boardAbout: createBoardAbout(storage, access),
  });

  const newSchools = mountSchools(api, parts);
  mountAccountFeature(api, { ...parts, ...newSchools, joining, schoolBrief, hasWeakLink: createWeakLinks(directory) });
  mountJoinFeature(api, { parts, lobby, joining });

  const shown = { isSealed: createSealedPictures(storage.concerns), mayShow: createPictureConsent(directory) };
  const gatherFor = createPictureGatherer({ assets, blobs, ...shown });
  mountBoards(api, { shelf: new BoardShelf({ ...parts, schoolBrief }), boards, gatherFor, schoolBrief });
  mountGoverning(api, { boards, directory, catalogue: storage.catalogue, charterOf, schoolBrief });
  mountPictureFeature(api, { ...shown, parts, charterOf, schoolBrief });
  mountDoor(api, createDoor(parts, { lobby, strangers }), { saw: (...seen) => strangers.saw(...seen) });
  const register = mountClassFeature(api, { ...parts, schoolBrief, gatherFor });
  mountJudging(api, { parts, gatherFor, register, schoolBrief, charterOf });
  mountPartnershipFeature(api, { ...parts, newSchools, schoolBrief });
  const { desk, concerns, reportFromOutside } = mountSafeguarding(api, { ...parts, schoolBrief, gatherFor, ...shown });
  const outside = { parts, gatherFor, schoolBrief, report: reportFromOutside };
  mountGuestFeature(api, outside);
  const publicPages = mountPublications(api, { ...outside, charterOf });
  mountAudit(api, new AuditReader({ ...parts, schoolBrief, mayKnow: desk.mayKnow }));

  return {
    protectReported: () => concerns.carryOn(),
    api: api.router,
    publicPages,
    frontPages: createFrontPages({ webApp, schoolLine: () => schoolLine(storage), checkCode: checkCodeBy(joining) }),
  };
}

/** Publications: what staff do with them, and the pages that come of it. */
function mountPublications(
  api: Api,
  about: {
    parts: FeatureParts;
    charterOf: CharterOf;
    schoolBrief: SchoolBriefs;
    gatherFor: GatherFor;
    report: ReportFromOutside;
  },
): HttpRoutes['publicPages'] {
  const { parts, charterOf, schoolBrief, gatherFor, report } = about;
  const { boards, clock, random, storage } = parts;
  const { publications, directory, catalogue } = storage;
  const published = { publications, directory, catalogue, charterOf, schoolBrief };
  mountPublishing(api, new Publishing({ ...published, boards, clock, random }));
  const gather = gatherFor('others');
  return createPublicationPages({
    read: (id) => readPublication({ ...published, gather, boards }, id),
    report,
    random,
  });
}

/** Pictures: taken where charter and family agree, and given to whoever may see them. */
function mountPictureFeature(
  api: Api,
  about: { parts: FeatureParts; charterOf: CharterOf; schoolBrief: SchoolBriefs } & {
    isSealed: IsSealed;
    mayShow: MayShowPicture;
  },
): void {
  const { parts, charterOf, schoolBrief, isSealed, mayShow } = about;
  const { assets, blobs, directory, erasures } = parts.storage;
  const uploads = new Uploads({ ...parts, assets, blobs, erasures, directory, charterOf, schoolBrief });
  mountPictures(api, { uploads, assets, blobs, boards: parts.boards, isSealed, mayShow });
}

/** What becomes of requests in the audit log, sign-ins that failed among them. */
function auditedIn(parts: FeatureParts): Audited {
  const { identity, storage } = parts;
  return tellFailedSignIns(createAudited(parts), {
    ...parts,
    directory: storage.directory,
    ownerOf: (email) => identity.ownerOf(email),
    waitingPerson: (headers) => identity.secondFactor.waitingPerson(headers),
    keeperOf: async (credential) => (await identity.passkeys.passkeyBy(credential))?.person ?? null,
  });
}

/** The way in, which knows who waits and which networks are strange. */
interface WayIn {
  readonly lobby: Lobby;
  readonly strangers: Strangers;
}

function createJoining({ storage, sessions, instanceKey, clock, random }: FeatureParts, wayIn: WayIn): Joining {
  return new Joining({
    directory: storage.directory,
    catalogue: storage.catalogue,
    ...wayIn,
    codeKey: deriveKey(instanceKey, 'class-codes'),
    clock,
    random,
    wait: (ms) => wait(ms),
    openSession: (pupil, headers) => sessions.openPupilSession(pupil, headers),
  });
}

function mountJoinFeature(
  api: Parameters<typeof mountJoin>[0],
  { parts, lobby, joining }: { parts: FeatureParts; lobby: Lobby; joining: Joining },
): void {
  const { storage, boards, instanceKey, isHttps, random, sessions } = parts;
  const { directory } = storage;
  const devices = new DeviceCookie({ key: deriveKey(instanceKey, 'device-cookies'), random, isHttps });
  const schoolBrief = createSchoolBriefs(directory);
  mountJoin(api, { joining, lobby, directory, devices, schoolBrief, presentOf: presentBy(storage, boards) });
  sessions.onEnded(({ person }) => lobby.leave(person));
}

/** Guests of one lesson, who look on by a link. */
function mountGuestFeature(
  api: Parameters<typeof mountGuests>[0],
  about: { parts: FeatureParts; gatherFor: GatherFor; schoolBrief: SchoolBriefs; report: ReportFromOutside },
): void {
  const { parts, gatherFor, schoolBrief, report } = about;
  const links = new GuestLinks({ ...parts, ...parts.storage });
  const notes = new GuestNotes({ ...parts, links });
  const shown = { schoolBrief, gather: gatherFor('others'), report, draw: drawBoard };
  mountGuests(api, { ...parts, ...shown, links, notes, cookie: new GuestCookie(parts) });
}

/** What holds on a board, and who may do what there. */
function mountGoverning(api: Parameters<typeof mountRules>[0], parts: Parameters<typeof mountPeople>[1]): void {
  mountRules(api, parts);
  mountPeople(api, parts);
  mountDeletedPages(api, parts.boards);
}

function createDoor(parts: FeatureParts, { lobby, strangers }: WayIn): BoardDoor {
  const { storage, boards, clock } = parts;
  return new BoardDoor({
    catalogue: storage.catalogue,
    directory: storage.directory,
    boards,
    clock,
    waitingOf: (school) => lobby.waitingOf(school),
    onOpened: (schools) => strangers.doorOpened(schools),
    areNewcomersHeld: (school) => strangers.areHeldOff(school),
    codeOf: classCodes(parts).codeOf,
  });
}

/** The code alone where it opens a door, for the form of the front door. */
function checkCodeBy(joining: Joining): (typed: string, network: string) => Promise<string> {
  return async (typed, network) => {
    await joining.classOf(typed, network);
    return normaliseCode(typed) ?? '';
  };
}

/** Who of a school is on a board that is in memory. */
function presentBy(
  { catalogue }: Pick<Storage, 'catalogue'>,
  boards: LiveBoards,
): (school: string) => Promise<ReadonlySet<string>> {
  return async (school) => {
    const known = await catalogue.boardsOf(school);
    return new Set(known.flatMap(({ id }) => [...(boards.peek(id)?.present() ?? [])]));
  };
}

/** Whose server this is, as the front door says it: no school before the other but by the order of their marks. */
async function schoolLine({ directory }: Pick<Storage, 'directory'>): Promise<string | undefined> {
  const schools = (await directory.schools()).toSorted((one, other) => one.mark.localeCompare(other.mark));
  const [first, ...others] = schools;
  if (first === undefined) return undefined;
  return others.length === 0 ? `${first.name}, ${first.place}` : schools.map(({ name }) => name).join(' · ');
}
