import { applyEntry, rewindPerson, seesAsset, viewerOf, type Actor } from '@bridgeboard/domain';
import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, everybody, oliver, reed, zainab } from '../board-world.ts';
import { image, recordIdOf } from '../records.ts';
import { decided, drawn, put, seers } from './start.ts';

/** A board on which Oliver has added a picture that waits. */
function waiting(): { world: BoardWorld; asset: string; shown: string; review: string } {
  const world = new BoardWorld();
  const asset = world.upload(oliver, 'river');
  const shown = image('river', asset);
  return { world, asset, shown: shown.id, review: drawn(world, oliver, shown) };
}

/** Who may have the bytes. */
function readers(world: BoardWorld, asset: string): string[] {
  const isUploader = (actor: Actor): boolean => world.state.slots.get(asset)?.author === actor.person;
  return everybody
    .filter((actor) => seesAsset(world.state, asset, { viewer: viewerOf(actor), isUploader: isUploader(actor) }))
    .map(({ person }) => person);
}

describe('pictures', () => {
  test('[P19] are in a view with an image that shows them, and only there; their bytes are asked for by the same question', () => {
    const { world, asset, shown, review } = waiting();
    expect(world.caseFor(reed, review)?.records).toEqual([shown]);
    for (const ids of [seers(world, shown), seers(world, asset), readers(world, asset)]) {
      expect(ids).toEqual(['reed', 'oliver']);
    }
    decided(world, review, 'school');
    expect(readers(world, asset)).toEqual(['reed', 'oliver', 'zainab']);
    decided(world, review, 'board');
    for (const ids of [seers(world, shown), seers(world, asset), readers(world, asset)]) {
      expect(ids).toEqual(everybody.map(({ person }) => person));
    }
    world.must(oliver, { op: 'delete', id: shown });
    expect(seers(world, asset)).toEqual([]);
    expect(readers(world, asset)).toEqual(['oliver']);
  });

  test('[P19] [P28] say nothing of when they were uploaded', () => {
    const { world, asset, review } = waiting();
    decided(world, review, 'board');
    const staff = world.views.find(({ viewer }) => viewer.kind === 'staff' && viewer.school === 'south');
    expect(staff?.tracked.items.get(asset)).toEqual({
      record: expect.objectContaining({ id: asset, typeName: 'asset' }),
      stamp: { by: expect.any(String), reach: 'board', at: 0 },
    });
  });

  test('[P22] go out of sight with the image that is put away, for who uploaded them too', () => {
    const { world, asset, shown, review } = waiting();
    decided(world, review, 'board');
    world.hide(reed, shown);
    expect(seers(world, asset)).toEqual(['reed']);
    expect(readers(world, asset)).toEqual(['reed']);
    expect(world.hide(reed, asset)).toEqual({ refused: 'FORBIDDEN' });
    expect(world.hide(bello, asset)).toEqual({ refused: 'NOT_FOUND' });
    world.hide(reed, shown, false);
    expect(readers(world, asset)).toHaveLength(everybody.length);
  });

  test('[P9] stay with their author where the image was not let out', () => {
    const { world, asset, shown, review } = waiting();
    decided(world, review, 'reject');
    expect(seers(world, shown)).toEqual([]);
    expect(readers(world, asset)).toEqual(['oliver']);
  });

  test('[P23] [SEC-21] [REL-22] an image shows what its author has uploaded or sees; to all else the answer is one', () => {
    const { world, asset } = waiting();
    const theirs = world.upload(zainab, 'theirs');
    const never = recordIdOf('asset', 'never');
    for (const actor of [aisha, bello, zainab, reed]) {
      const ids = [never, theirs, ...(actor === reed ? [] : [asset])].filter((id) => actor !== zainab || id !== theirs);
      for (const id of ids) expect(world.refusals(actor, ...put(image('copy', id))), id).toEqual({ 0: 'BAD_ASSET' });
    }
    expect(world.refusals(reed, ...put(image('staff-copy', asset)))).toEqual({});
    expect(seers(world, asset)).toEqual(everybody.map(({ person }) => person));
    expect(world.refusals(aisha, ...put(image('now', asset)))).toEqual({});
  });

  test('[P21] [P23] are nobody’s to change or take off, and an image shows one picture for ever', () => {
    const { world, asset, shown } = waiting();
    const other = world.upload(oliver, 'other');
    const set = { 'props.assetId': other };
    expect(world.refusals(oliver, { op: 'update', id: shown, set })).toEqual({ 0: 'FORBIDDEN_FIELD' });
    for (const actor of [oliver, reed]) {
      const ops = [
        { op: 'delete', id: asset },
        { op: 'update', id: asset, set: { 'props.src': 'https://evil.example' } },
      ];
      expect(world.refusals(actor, ...ops)).toEqual({ 0: 'FORBIDDEN', 1: 'FORBIDDEN' });
    }
    expect(world.refusals(aisha, { op: 'delete', id: asset })).toEqual({ 0: 'NO_SUCH_RECORD' });
    expect(world.refusals(aisha, { op: 'delete', id: other })).toEqual({ 0: 'NO_SUCH_RECORD' });
  });

  test('[P7] [P24] an image that is taken back and undone shows its picture again, whoever took it off', () => {
    for (const by of [oliver, reed]) {
      const { world, asset, shown, review } = waiting();
      decided(world, review, 'board');
      const record = world.seenBy(by).get(shown);
      world.must(by, { op: 'delete', id: shown });
      world.must(by, { op: 'create', record: { ...record } });
      expect(readers(world, asset)).toHaveLength(everybody.length);
    }
  });

  test('[P26] a rewind takes off the image, and its picture stays for whoever else shows it', () => {
    const { world, asset, shown } = waiting();
    world.must(reed, ...put(image('again', asset)));
    const past = { before: new BoardWorld().state, entries: world.journal };
    const span = { actor: reed, person: 'oliver', from: 0, to: world.now };
    const outcome = rewindPerson(world.state, { ...span, past, now: world.now });
    if ('refused' in outcome) throw new Error(outcome.refused);
    expect(outcome.count).toMatchObject({ records: 1, fields: 0, skipped: 0 });
    applyEntry(world.state, outcome.entry);
    world.tick();
    expect(seers(world, shown)).toEqual([]);
    expect(readers(world, asset)).toEqual(everybody.map(({ person }) => person));
  });

  test('[D11] [P4] the words about a picture wait like any others', () => {
    const { world, shown, review } = waiting();
    decided(world, review, 'board');
    world.must(oliver, { op: 'update', id: shown, set: { 'props.altText': 'Call me' } });
    expect(world.seenBy(aisha).get(shown)).toMatchObject({ props: { altText: 'A river' } });
    expect(world.seenBy(reed).get(shown)).toMatchObject({ props: { altText: 'Call me' } });
  });

  test('[L6] a crop is a part of the picture', () => {
    const { world, asset } = waiting();
    const crop = (topLeft: object, bottomRight: object): object =>
      world.refusals(
        oliver,
        ...put(image(`c${world.now++}`, asset, { 'props.crop': { topLeft, bottomRight } as never })),
      );
    expect(crop({ x: 0, y: 0.2 }, { x: 0.5, y: 1 })).toEqual({});
    expect(crop({ x: 0.5, y: 0 }, { x: 0.5, y: 1 })).toEqual({ 0: 'OUT_OF_RANGE' });
    expect(crop({ x: -1, y: 0 }, { x: 0.5, y: 1 })).toEqual({ 0: 'OUT_OF_RANGE' });
    expect(crop({ x: 0, y: 0 }, { x: 9, y: 1 })).toEqual({ 0: 'OUT_OF_RANGE' });
  });

  test('[L11] [REL-12] count in bytes, not among the records: a delete makes room at once', () => {
    const { world, shown } = waiting();
    const before = [...world.state.counts.entries()];
    world.must(oliver, { op: 'delete', id: shown });
    const after = new Map(world.state.counts.entries());
    expect(before.map(([key, count]) => count - (after.get(key) ?? 0))).toContain(1);
    expect(after.get('author oliver')).toBe(0);
  });
});
