import { noFactorRule, strictRules, usualDesk, usualWords, type Role, type School } from '@bridgeboard/protocol';

import type { Person } from '../../../../apps/server/src/rooms/live-board.ts';
import { canary, canaryId } from './canary.ts';

/** Somebody who may play a part in a history. */
export interface Player {
  /** How the history calls them. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly school: string;
}

export const board = { id: 'board-00000001', title: 'Rain', partnership: 'partners-0001' } as const;

function school(id: string, place: string, mark: School['mark']): School {
  return {
    id,
    name: place,
    shortName: place,
    place,
    country: 'GB',
    timeZone: 'UTC',
    mark,
    languages: ['en'],
    // Histories play at any hour and with pictures.
    rules: { ...strictRules, hours: null, photos: 'with-consent' },
    link: 'good',
    desk: usualDesk,
    words: usualWords,
    trustAfter: null,
    factor: noFactorRule,
    provider: null,
  };
}

export const schools = [
  school('north-school', 'Leeds', 'a'),
  school('south-school', 'Kano', 'b'),
  school('east-school', 'Turku', 'c'),
] as const;

function player(key: string, role: Role, schoolNumber: 0 | 1 | 2): Player {
  const name = role === 'staff' ? `Teacher ${key}` : `${key} ${canary('nickname', key)}`;
  return { key, id: canaryId('person', key), name, role, school: schools[schoolNumber].id };
}

/** Staff and pupils of three schools; a history takes as many as it needs, from the first on. */
export const players = {
  reed: player('reed', 'staff', 0),
  aisha: player('aisha', 'pupil', 1),
  oliver: player('oliver', 'pupil', 0),
  bello: player('bello', 'staff', 1),
  zainab: player('zainab', 'pupil', 0),
  emeka: player('emeka', 'pupil', 1),
  aino: player('aino', 'pupil', 2),
  laine: player('laine', 'staff', 2),
  quinn: player('quinn', 'staff', 0),
  musa: player('musa', 'staff', 1),
} as const satisfies Record<string, Player>;
export type PlayerKey = keyof typeof players;

export const playerById: ReadonlyMap<string, Player> = new Map(Object.values(players).map((one) => [one.id, one]));

/** A player as the server knows them. */
export function personOf({ id, name, role, school }: Player): Person {
  return { id, name, role, school };
}
