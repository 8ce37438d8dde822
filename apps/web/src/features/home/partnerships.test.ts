import type { BoardLine, SchoolBrief } from '@bridgeboard/protocol';
import { describe, expect, it } from 'vitest';

import { findPartnerSchools, findPartnerships } from './partnerships.ts';

function school(id: string): SchoolBrief {
  return { id, name: id, shortName: id, place: id, country: 'GB', timeZone: 'Europe/London', mark: 'a' };
}

function board(id: string, ...schools: string[]): BoardLine {
  return {
    id,
    title: id,
    schools: schools.map(school),
    changedAt: 0,
    doorOpenUntil: 0,
    hereNow: 0,
    waiting: 0,
    published: false,
  };
}

const boards = [
  board('one', 'kano', 'leeds'),
  board('two', 'leeds', 'kano'),
  board('three', 'leeds'),
  board('four', 'leeds', 'lyon'),
];

describe('findPartnerships', () => {
  it('counts the boards of one set of schools together, in whatever order a board names them', () => {
    expect(findPartnerships(boards, 'leeds').map(({ boards: count }) => count)).toEqual([2, 1]);
  });

  it('puts the own school first and leaves boards of one school out', () => {
    const names = findPartnerships(boards, 'leeds').map(({ schools }) => schools.map(({ id }) => id));
    expect(names).toEqual([
      ['leeds', 'kano'],
      ['leeds', 'lyon'],
    ]);
  });
});

describe('findPartnerSchools', () => {
  it('names each partner once and never the own school', () => {
    const partners = findPartnerSchools(findPartnerships(boards, 'leeds'), 'leeds');
    expect(partners.map(({ id }) => id)).toEqual(['kano', 'lyon']);
  });
});
