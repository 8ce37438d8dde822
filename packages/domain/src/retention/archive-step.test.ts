import { describe, expect, it } from 'vitest';

import { archiveStep } from './archive-step.ts';

const dayMs = 86_400_000;
const changedAt = Date.UTC(2026, 0, 15, 9);
const archivedAt = Date.UTC(2027, 0, 15, 9);
const fresh = { changedAt, archived: null };
const kept = { keepMonths: 12, isHeld: false };
const archived = { at: archivedAt, goesAt: archivedAt + 30 * dayMs, saidAt: null, heldAt: null };
const said = { ...archived, saidAt: archivedAt + 23 * dayMs };

describe('a board on its way out', () => {
  it('[KE1] is archived when its months are over, and not a moment before', () => {
    expect(archiveStep(fresh, { ...kept, now: archivedAt - 1 })).toBeNull();
    expect(archiveStep(fresh, { ...kept, now: archivedAt })).toEqual(archived);
    expect(archiveStep(fresh, { ...kept, keepMonths: 36, now: archivedAt })).toBeNull();
  });

  it('[KE1] a month without such a day ends later, never earlier', () => {
    const board = { changedAt: Date.UTC(2026, 0, 31), archived: null };
    expect(archiveStep(board, { ...kept, keepMonths: 1, now: Date.UTC(2026, 1, 28) })).toBeNull();
    expect(archiveStep(board, { ...kept, keepMonths: 1, now: Date.UTC(2026, 2, 3) })).not.toBeNull();
  });

  it('[KE3] its last week is said when it begins, and it is deleted when it is over', () => {
    const board = { changedAt, archived };
    expect(archiveStep(board, { ...kept, now: archivedAt + 23 * dayMs - 1 })).toBeNull();
    expect(archiveStep(board, { ...kept, now: archivedAt + 23 * dayMs })).toEqual(said);
    expect(archiveStep({ changedAt, archived: said }, { ...kept, now: said.goesAt - 1 })).toBeNull();
    expect(archiveStep({ changedAt, archived: said }, { ...kept, now: said.goesAt })).toBe('delete');
  });

  it('[KE3] a server that was off for months still gives the last week', () => {
    const now = archivedAt + 200 * dayMs;
    const late = { ...archived, saidAt: now, goesAt: now + 7 * dayMs };
    expect(archiveStep({ changedAt, archived }, { ...kept, now })).toEqual(late);
    expect(archiveStep({ changedAt, archived: late }, { ...kept, now: now + 7 * dayMs })).toBe('delete');
  });

  it('[KE4] [SG-24] what is held is not deleted, and goes when nothing holds it any more', () => {
    const board = { changedAt, archived: said };
    const held = { ...said, heldAt: said.goesAt };
    expect(archiveStep(board, { ...kept, isHeld: true, now: said.goesAt })).toEqual(held);
    const later = said.goesAt + 90 * dayMs;
    expect(archiveStep({ changedAt, archived: held }, { ...kept, isHeld: true, now: later })).toBeNull();
    expect(archiveStep({ changedAt, archived: held }, { ...kept, now: later })).toBe('delete');
  });
});
