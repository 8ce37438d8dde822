import type { PublicationLine } from '@bridgeboard/protocol';
import { describe, expect, it } from 'vitest';

import { piecesOnPage, publicationState } from './publication-state.ts';

function part(id: string, pieces: number | null): PublicationLine['parts'][number] {
  const school = {
    id,
    name: id,
    shortName: id,
    place: id,
    country: 'GB',
    timeZone: 'Europe/London',
    mark: 'a',
  } as const;
  const agreed = pieces !== null;
  return { school, agreed, agreedAt: agreed ? 1 : null, pieces: pieces ?? 0, heldBackByConsent: 0 };
}

function line(withdrawnAt: number | null, ...parts: PublicationLine['parts']): PublicationLine {
  return { id: 'publication', title: 'Our rivers', createdAt: 1, withdrawnAt, parts };
}

describe('publicationState', () => {
  it('is none before anything is published, and after the page was withdrawn', () => {
    expect(publicationState([], 'leeds')).toEqual({ kind: 'none', endedAt: null });
    expect(publicationState([line(7, part('leeds', 3))], 'leeds')).toEqual({ kind: 'none', endedAt: 7 });
  });

  it('[D19] asks a school that has not agreed, and counts a school in only once it has', () => {
    const lines = [line(null, part('leeds', 14), part('kano', null))];
    expect(publicationState(lines, 'kano').kind).toBe('asked');
    expect(publicationState(lines, 'leeds').kind).toBe('public');
  });
});

describe('piecesOnPage', () => {
  it('[D19] leaves out the pieces of a school that has not agreed', () => {
    const waiting = { ...part('kano', null), pieces: 9 };
    expect(piecesOnPage(line(null, part('leeds', 14), waiting))).toBe(14);
  });
});
