import {
  noFactorRule,
  strictRules,
  usualDesk,
  usualWords,
  type BoardPeople,
  type Endpoint,
} from '@bridgeboard/protocol';
import type { HttpAnswer, HttpPerson } from '@bridgeboard/testkit';

import { allEndpoints } from '../../reference/all-endpoints.ts';
import { guestRequests } from './guest-requests.ts';
import { peopleRequests } from './people-requests.ts';
import { providerRequests } from './provider-requests.ts';
import type { PermissionWorld } from './world.ts';

type Ids = Readonly<Record<string, string>>;

/** What an endpoint wants beside the board, and how things are put right again after each try. */
interface Request {
  /** Makes what the address and the body are about. */
  readonly about?: (world: PermissionWorld) => Promise<Ids>;
  readonly body?: (about: Ids, world: PermissionWorld) => unknown;
  /** Whether an answered request has done what it is for, where it may be answered and do nothing. */
  readonly did?: (world: PermissionWorld) => Promise<boolean>;
  readonly after?: (world: PermissionWorld, person: HttpPerson) => Promise<unknown>;
}

/** What came of it for what is there, and for each thing named that is not. */
export interface Tried {
  readonly present: string;
  readonly absent: readonly string[];
}

const absent = 'AbsentAbsentAbsentAbs2';
/** An answer of a device that nobody has asked. */
const noPasskey = {
  id: absent,
  rawId: absent,
  type: 'public-key',
  response: { clientDataJSON: absent, attestationObject: absent },
};
/** Names in an address that are the asker's own choice: none of them is absent. */
const ownNames = new Set(['upload']);

/** Pages that hold somebody's work, and signs of life, which are no endpoints of the protocol. */
const pages = [
  ...['/p/:publication', '/p/:publication/board.svg', '/p/:publication/report', '/healthz', '/readyz', '/metrics'].map(
    (path) => ({ method: 'GET' as const, path }),
  ),
  { method: 'POST' as const, path: '/p/:publication/report' },
];

/** Every route there is, by the name that the table has for it. */
export const routes: ReadonlyMap<string, Pick<Endpoint, 'method' | 'path'>> = new Map(
  [...allEndpoints, ...pages].map((one) => [`${one.method} ${one.path}`, one]),
);

const waiting = async (world: PermissionWorld): Promise<Ids> => ({ ...(await world.waiting()) });
const lookedAt = async (world: PermissionWorld): Promise<Ids> => ({ ...(await world.lookedAt()) });
const held = async (world: PermissionWorld): Promise<Ids> => ({ record: await world.held() });
/** The own pupil, who has just drawn something, as authors are named on the board. */
const drawing = async (world: PermissionWorld): Promise<Ids> => {
  await world.held();
  const { schools } = (await world.people['own staff'].get(on(world, 'people'))).json as BoardPeople;
  const pupils = schools.flatMap(({ classes }) => classes.flatMap((one) => one.pupils));
  return { author: pupils[0]?.author ?? '' };
};
const published = async (world: PermissionWorld): Promise<Ids> => ({ publication: await world.publication() });
const reported = async (world: PermissionWorld): Promise<Ids> => ({ concern: await world.concern() });
const colleague = async (world: PermissionWorld): Promise<Ids> => ({ person: await world.colleague() });
const sendOut = (world: PermissionWorld): Promise<void> => world.sendOut();
const waitingPupil = (_about: Ids, world: PermissionWorld): unknown => ({ pupils: [world.waitingPupil] });
const aClass = async (world: PermissionWorld): Promise<Ids> => ({ class: await world.schoolClass() });
const aPupil = (world: PermissionWorld): Promise<Ids> => world.classPupil();
const on = (world: PermissionWorld, path: string): string => `/api/boards/${world.board}/${path}`;

const endFirstLook = (world: PermissionWorld): Promise<unknown> =>
  world.people['partner staff'].post(on(world, 'school-rules'), { looksFirst: false });

const partnered = async (world: PermissionWorld): Promise<Ids> => ({ partnership: await world.partnership() });
const schoolFacts = {
  name: 'School A',
  shortName: 'A',
  place: 'A',
  country: 'GB',
  timeZone: 'Europe/London',
  languages: ['en'],
};
const newFacts = { ...schoolFacts, link: 'good' };
const newAdministrator = {
  name: 'Mr Okoro',
  roles: ['teacher'],
  email: 'okoro@hilltop.example',
  password: 'a long enough one',
};

const requests: Readonly<Record<string, Request>> = {
  'GET /a/:asset': { about: async (world) => ({ asset: await world.picture() }) },
  'POST /api/account/second-factor/begin': { body: () => ({ password: absent }) },
  'POST /api/account/second-factor/recovery-codes': { body: () => ({ password: absent }) },
  'POST /api/account/second-factor/confirm': { body: () => ({ code: absent.slice(2) }) },
  'POST /api/account/second-factor/end': { body: () => ({ password: absent, code: absent.slice(2) }) },
  'POST /api/account/passkeys/begin': { body: () => ({ password: absent }) },
  'POST /api/account/passkeys': { body: () => ({ name: 'Phone', made: noPasskey }) },
  'POST /api/account/passkeys/name': { body: () => ({ passkey: absent, name: 'Phone' }) },
  'POST /api/account/passkeys/remove': { body: () => ({ passkey: absent, password: absent }) },
  'POST /api/account/password': { body: () => ({ password: absent, newPassword: absent }) },
  'POST /api/account/sessions/end': { body: () => ({ which: { session: absent } }) },
  'POST /api/boards': { body: () => ({ title: 'Rain' }) },
  'POST /api/boards/:board/admit': { body: waitingPupil, did: (world) => world.isLetIn(), after: sendOut },
  'POST /api/boards/:board/dismiss': {
    about: async (world) => {
      await world.people['own staff'].post(on(world, 'admit'), { pupils: [world.waitingPupil] });
      return {};
    },
    body: waitingPupil,
    did: async (world) => !(await world.isLetIn()),
    after: sendOut,
  },
  'POST /api/boards/:board/door': { body: () => ({ minutes: 5 }) },
  'POST /api/boards/:board/cases/:case/decision': {
    about: waiting,
    body: ({ hash }) => ({ verdict: 'school', hash }),
  },
  'GET /api/boards/:board/cases/:case/picture.svg': { about: waiting },
  'POST /api/boards/:board/cases/:case/undo': { about: async (world) => ({ ...(await world.released()) }) },
  'POST /api/boards/:board/records/:record/hide': { about: held, body: () => ({ hidden: true }) },
  // Nothing is named, so that the work of the same pupil is there for all who try after.
  'POST /api/boards/:board/authors/:author/hide': { about: drawing, body: () => ({ bringBack: [] }) },
  'POST /api/boards/:board/authors/:author/rewind/preview': { about: drawing, body: () => ({ minutes: 1 }) },
  'POST /api/boards/:board/authors/:author/rewind': { about: drawing, body: () => ({ minutes: 1 }) },
  'GET /api/boards/:board/records/:record/showings': { about: held },
  'POST /api/boards/:board/timeline/back/preview': { body: () => ({ moment: 1 }) },
  'POST /api/boards/:board/timeline/back': { about: drawing, body: () => ({ moment: Date.now() - 1_000 }) },
  'POST /api/boards/:board/authors/:author/suspend': { about: drawing, body: () => ({ suspended: false }) },
  'GET /api/boards/:board/authors/:author/work': { about: drawing },
  'GET /api/boards/:board/authors/:author/work/:case/picture.svg': {
    about: async (world) => {
      const piece = await world.waiting();
      await world.bringBack(piece.case);
      return { ...(await drawing(world)), ...piece };
    },
  },
  'POST /api/boards/:board/deleted-pages/:record/restore': {
    about: async (world) => ({ record: await world.deletedPage() }),
  },
  'GET /api/boards/:board/first-look/:record/picture.svg': { about: lookedAt, after: endFirstLook },
  'POST /api/boards/:board/first-look/accept': {
    about: lookedAt,
    body: ({ record, hash }) => ({ records: [{ record, hash }] }),
    after: endFirstLook,
  },
  'POST /api/boards/:board/first-look/take-back': {
    about: async (world) => {
      const { record, hash } = await world.lookedAt();
      await world.people['partner staff'].post(on(world, 'first-look/accept'), { records: [{ record, hash }] });
      return { record };
    },
    body: ({ record }) => ({ records: [record] }),
    after: endFirstLook,
  },
  'POST /api/queue/items': { body: () => ({ cases: [] }) },
  'POST /api/boards/:board/freeze': {
    body: () => ({ whom: { all: true }, frozen: true }),
    after: (world, person) => person.post(on(world, 'freeze'), { whom: { all: true }, frozen: false }),
  },
  'POST /api/boards/:board/stop': {
    body: () => ({ stopped: true }),
    after: (world, person) => person.post(on(world, 'stop'), { stopped: false }),
  },
  'POST /api/boards/:board/cursors': {
    body: () => ({ shown: false }),
    after: (world, person) => person.post(on(world, 'cursors'), { shown: true }),
  },
  'POST /api/boards/:board/school-rules': { body: () => ({ mode: 'held' }) },
  'POST /api/boards/:board/guests/:guest/end': {
    about: async (world) => {
      const made = await world.people['own staff'].post(on(world, 'guests'), { name: 'Mr Ode', minutes: 5 });
      return { guest: (made.json as { guests: { id: string }[] }).guests.at(-1)?.id ?? '' };
    },
    after: (world) => world.guest.endOthers(),
  },
  ...guestRequests,
  ...peopleRequests,
  'PUT /api/boards/:board/pictures/:upload': {},
  'GET /api/partnerships/:partnership': { about: partnered },
  'POST /api/partnerships/:partnership/lines': { about: partnered, body: () => ({ line: 'keepMonths', value: 12 }) },
  'POST /api/partnerships/:partnership/proposals/:proposal': {
    about: async (world) => ({ ...(await partnered(world)), proposal: await world.proposal() }),
    body: () => ({ answer: 'withdraw' }),
  },
  'POST /api/partnerships/:partnership/leave': {
    about: async (world) => ({ partnership: await world.passing.partnership() }),
    after: (world) => world.passing.leavePartnerships(),
  },
  'POST /api/partnerships': { body: (_about, world) => ({ title: world.newName() }) },
  'POST /api/partnerships/:partnership/invitations': {
    about: partnered,
    after: (world) => world.withdrawSchoolInvitations(),
  },
  'POST /api/partnerships/:partnership/invitations/:invitation': {
    about: async (world) => ({ ...(await partnered(world)), invitation: await world.schoolInvitation() }),
    body: () => ({ answer: 'withdraw' }),
    after: (world) => world.withdrawSchoolInvitations(),
  },
  'POST /api/partnership-invitation/read': { body: () => ({ token: 'no.such.invitation' }) },
  'POST /api/partnership-invitation/sign': { body: () => ({ token: 'no.such.invitation' }) },
  'POST /api/partnership-invitation/set-up': {
    body: () => ({ token: 'no.such.invitation', school: schoolFacts, administrator: newAdministrator }),
  },
  'POST /api/publications/:publication/agree': { about: published },
  'POST /api/publications/:publication/withdraw': { about: published },
  'GET /p/:publication': { about: published },
  'GET /p/:publication/report': { about: published },
  'POST /p/:publication/report': { about: published },
  'GET /p/:publication/board.svg': { about: published },
  'POST /api/boards/:board/concerns': {
    body: (_about, world) => ({ id: world.newName(), about: { kind: 'board' }, reason: 'other' }),
  },
  'GET /api/concerns/:concern': { about: reported },
  'POST /api/concerns/:concern/steps': { about: reported, body: () => ({ step: 'take' }) },
  'GET /api/concerns/:concern/evidence': { about: reported },
  'GET /api/concerns/:concern/drawing.svg': { about: reported },
  'GET /api/concerns/:concern/export': { about: reported },
  'POST /api/classes': { body: (_about, world) => ({ name: world.newName().slice(0, 20) }) },
  'GET /api/classes/:class': { about: aClass },
  'POST /api/classes/:class/remove': {
    about: async (world) => world.passing.schoolClass(),
    body: ({ name }) => ({ name }),
  },
  'GET /api/classes/:class/trust': { about: aClass },
  'GET /classes/:class/cards': { about: aClass },
  'POST /api/classes/:class': { about: aClass, body: () => ({ pin: 'words' }) },
  'POST /api/classes/:class/code': { about: aClass },
  'POST /api/classes/:class/pupils': { about: aClass, body: (_about, world) => ({ names: [world.newNickname()] }) },
  'POST /api/classes/:class/pupils/:pupil': {
    about: aPupil,
    body: (_about, world) => ({ name: world.newNickname() }),
  },
  'POST /api/classes/:class/consent': {
    about: aPupil,
    body: ({ pupil = absent }) => ({ pupils: [pupil], kind: 'publishWork', given: true }),
  },
  'GET /api/classes/:class/pupils/:pupil/file': { about: aPupil },
  'POST /api/classes/:class/pupils/:pupil/forget-pin': { about: aPupil },
  'POST /api/classes/:class/pupils/:pupil/remove': { about: aPupil },
  'POST /api/classes/:class/pupils/:pupil/suspend': { about: aPupil, body: () => ({ suspended: true }) },
  'POST /api/school/facts': { body: () => newFacts },
  'POST /api/school/rules': { body: () => strictRules },
  'POST /api/school/desk': { body: () => usualDesk },
  'POST /api/school/words': { body: () => usualWords },
  'POST /api/school/second-factor': { body: () => noFactorRule },
  'POST /api/school/trust': { body: () => ({ after: 10 }) },
  'POST /api/classes/:class/pupils/:pupil/trust': { about: aPupil, body: () => ({ kind: 'words', level: 'after' }) },
  'POST /api/school/staff/:person/roles': { about: colleague, body: () => ({ roles: ['teacher'] }) },
  'POST /api/school/staff/:person/end': { about: colleague },
  'POST /api/school/staff/:person/forget-factor': { about: colleague },
  'POST /api/school/invitations': { body: () => ({ name: 'Mr Okoro', roles: ['teacher'] }) },
  'POST /api/school/invitations/:invitation/withdraw': {
    about: async (world) => ({ invitation: (await world.invitation()).id }),
  },
  'POST /api/invitation/read': { body: () => ({ token: 'no.invitation' }) },
  'POST /api/invitation/take': {
    body: () => ({ token: 'no.invitation', email: 'okoro@riverside.example', password: 'a long enough one' }),
  },
  'POST /api/join/code': { body: () => ({ code: 'AAAA-AAAA' }) },
  'POST /api/join/pin': { body: () => ({ pupil: absent, pin: [0, 1, 2, 3] }) },
};

/** `yes` for a request that was answered, else the code that refused it. */
function outcomeOf({ status, json }: HttpAnswer): string {
  if (status < 300) return 'yes';
  const code = (json as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : status === 404 ? 'NOT_FOUND' : `HTTP ${status}`;
}

/** One person's request of a route for what is there, and for each thing in its address that is not. */
export async function ask(world: PermissionWorld, person: HttpPerson, name: string): Promise<Tried> {
  const route = routes.get(name);
  if (!route) throw new Error(`there is no route ${name}`);
  const { about, body, did, after }: Request = { ...providerRequests, ...requests }[name] ?? {};
  const ids: Ids = { board: world.board, ...(await about?.(world)) };
  const send = async (given: Ids): Promise<string> => {
    const path = route.path.replaceAll(/:(\w+)/g, (_all, id: string) => encodeURIComponent(given[id] ?? absent));
    if (route.method === 'GET') return outcomeOf(await person.get(path));
    if (route.method === 'PUT') return outcomeOf(await world.upload(person, given['board']));
    return outcomeOf(await person.post(path, body?.(ids, world) ?? {}));
  };
  const answered = await send(ids);
  const present = answered === 'yes' && did && !(await did(world)) ? 'nothing' : answered;
  await after?.(world, person);
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, id = '']) => id).filter((id) => !ownNames.has(id));
  const missing: string[] = [];
  for (const id of names)
    missing.push(await send({ ...ids, [id]: id === 'record' ? `shape:${absent.slice(1)}` : absent }));
  return { present, absent: missing };
}
