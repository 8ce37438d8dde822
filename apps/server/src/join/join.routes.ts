import { getLobby, postCode, postPin } from '@bridgeboard/protocol';
import type { Board, SchoolBrief, SchoolClass } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import type { Api } from '../http/call.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import type { DeviceCookie } from './device-cookie.ts';
import type { Joining } from './join.service.ts';
import type { Lobby } from './lobby.ts';
import { avatarOf } from './picture-pin.ts';

interface JoinRoutes {
  readonly joining: Joining;
  readonly lobby: Lobby;
  readonly directory: Directory;
  readonly devices: DeviceCookie;
  readonly schoolBrief: SchoolBriefs;
  /** Who of a school is on one of its boards right now. */
  readonly presentOf: (school: string) => Promise<ReadonlySet<string>>;
}

/** Names of a class with what the door shows of each. */
async function namesOf({ joining, lobby, presentOf }: JoinRoutes, schoolClass: SchoolClass) {
  const pupils = await joining.pupilsAtDoor(schoolClass);
  const present = await presentOf(schoolClass.school);
  // Children look for themselves where their teacher's list has them.
  const byName = pupils.toSorted((one, other) => one.nickname.localeCompare(other.nickname));
  return byName.map((pupil) => ({
    id: pupil.id,
    name: pupil.nickname,
    avatar: avatarOf(pupil),
    here: lobby.isWaiting(pupil.id) || present.has(pupil.id),
    hasPin: pupil.pinHash !== null,
  }));
}

async function boardAtDoor(board: Board | null, schoolBrief: SchoolBriefs) {
  if (board === null) return null;
  const schools: SchoolBrief[] = await Promise.all(board.schools.map(schoolBrief));
  return { id: board.id, title: board.title, schools };
}

/** Class code, PIN and lobby. */
export function mountJoin(api: Api, parts: JoinRoutes): void {
  const { joining, lobby, directory, devices, schoolBrief } = parts;

  api.on(postCode, async ({ body, network, request, response }) => {
    const schoolClass = await joining.classOf(body.code, network);
    if (devices.read(request.headers.cookie) === null) response.append('Set-Cookie', devices.issue());
    const school = await schoolBrief(schoolClass.school);
    const { name: className, pin, ages } = schoolClass;
    return { className, pin, ages, school, pupils: await namesOf(parts, schoolClass) };
  });

  api.on(postPin, async ({ body, network, request, response }) => {
    const { headers } = request;
    // Devices without our cookie share one count for each network: no cookie buys no new guesses.
    const device = devices.read(headers.cookie) ?? `network ${network}`;
    const { name, setCookies } = await joining.enter({ ...body, device, network, headers });
    response.append('Set-Cookie', [...setCookies]);
    return { name };
  });

  api.on(getLobby, async ({ session }) => {
    const { state, board } = await joining.placeOf(session);
    const ticket = await joining.ticketOf(session.person.id);
    if (state === 'waiting') lobby.keep(ticket);
    else lobby.leave(ticket.pupil);
    const staff = (await directory.staffOf(ticket.school))
      .filter(({ endedAt }) => endedAt === null)
      .map((member) => member.name);
    const friends = lobby
      .waitingOf(ticket.school)
      .filter(({ classId }) => classId === ticket.classId)
      .map(({ pupil, name, avatar }) => ({ name, avatar, you: pupil === ticket.pupil }));
    return { state, board: await boardAtDoor(board, schoolBrief), staff, className: ticket.className, friends };
  });
}
