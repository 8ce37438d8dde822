import { decideEdit, limits, type Actor, type EditOutcome } from '@bridgeboard/domain';
import { checkRecord } from '@bridgeboard/domain/schema-check';
import type { BoardRecord, Json } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { BoardWorld, oliver, reed } from '../board-world.ts';
import { binding, page, recordIdOf, richText, shape, shapeKinds } from '../records.ts';
import { put } from './start.ts';

/** What the gate says to a new record of this person's, on a board of their own. */
function verdict(record: BoardRecord, actor = oliver): unknown {
  return new BoardWorld().refusals(actor, ...put(record))[0];
}

/** At the limit, one above, and a hundred times as much. */
function around(limit: number, make: (size: number) => BoardRecord, actor = oliver): unknown[] {
  return [limit, limit + 1, limit * 100].map((size) => verdict(make(size), actor));
}

const words = (length: number): string => 'lorem ipsum dolor sit '.repeat(Math.ceil(length / 22)).slice(0, length);
const note = (text: string): BoardRecord => shape('note', 'n', { 'props.richText': richText(text) });
const doc = (...content: Json[]): BoardRecord => shape('note', 'n', { 'props.richText': { type: 'doc', content } });
const paragraph = (...content: Json[]): Json => ({ type: 'paragraph', content });
const points = (count: number): Json => Array.from({ length: count }, (_, i) => ({ x: i % 7, y: 0 }));
const stroke = (count: number): BoardRecord =>
  shape('draw', 'd', { 'props.segments': [{ type: 'free', points: points(count) }] });

describe('the gate', () => {
  test('takes one of each kind of shape as the editor makes it', () => {
    for (const kind of shapeKinds) expect(verdict(shape(kind, 'one')), kind).toBeUndefined();
  });

  test.each([
    [oliver, limits.pupil.recordBytes],
    [reed, limits.staff.recordBytes],
  ])('[L5] a record is at most 32 KiB of JSON for pupils, 64 KiB for staff: %o', (actor, limit) => {
    const sized = (bytes: number): BoardRecord => {
      const bare = JSON.stringify(shape('arrow', 'a')).length;
      return shape('arrow', 'a', { 'props.text': 'x'.repeat(bytes - bare) });
    };
    // Within the size, the length of the text is the next thing that is wrong with it.
    expect(around(limit, sized, actor)).toEqual(['TEXT_TOO_LONG', 'RECORD_TOO_BIG', 'RECORD_TOO_BIG']);
    const twoBytesEach = shape('arrow', 'a', { 'props.text': 'é'.repeat(limit / 2) });
    expect(verdict(twoBytesEach, actor)).toBe('RECORD_TOO_BIG');
  });

  test.each(['x', 'y', 'rotation', 'props.bend', 'props.labelPosition'])(
    '[L6] [SEC-15] %s stays within 100,000',
    (name) => {
      const at = (value: number): BoardRecord => shape('arrow', 'a', { [name]: value });
      expect(around(limits.both.coordinate, at)).toEqual([undefined, 'OUT_OF_RANGE', 'OUT_OF_RANGE']);
      expect([-100_000, -100_001, 1e308, -1e308].map((value) => verdict(at(value)))).toEqual([
        undefined,
        'OUT_OF_RANGE',
        'OUT_OF_RANGE',
        'OUT_OF_RANGE',
      ]);
      // JSON has no such numbers, but `1e999` is read as one.
      for (const value of [Number('1e999'), -Infinity, NaN]) expect(verdict(at(value))).toBe('OUT_OF_RANGE');
    },
  );

  test('[L6] [SEC-15] sizes, scales, letters and pens have ranges of their own', () => {
    const geo = (name: string) => (value: number) => shape('geo', 'g', { [name]: value });
    for (const name of ['props.w', 'props.h']) {
      expect(around(limits.both.size, geo(name))).toEqual([undefined, 'OUT_OF_RANGE', 'OUT_OF_RANGE']);
      for (const value of [0, -5, 1e-300, 0.009]) expect(verdict(geo(name)(value))).toBe('OUT_OF_RANGE');
      expect(verdict(geo(name)(0.01))).toBeUndefined();
    }
    expect(around(limits.both.size, geo('props.growY'))).toEqual([undefined, 'OUT_OF_RANGE', 'OUT_OF_RANGE']);
    expect(around(limits.both.maxScale, geo('props.scale'))).toEqual([undefined, 'OUT_OF_RANGE', 'OUT_OF_RANGE']);
    expect([0.1, 0.09, 0, -1].map((scale) => verdict(geo('props.scale')(scale)))).toEqual([
      undefined,
      'OUT_OF_RANGE',
      'OUT_OF_RANGE',
      'OUT_OF_RANGE',
    ]);
    const letters = (size: number): BoardRecord => shape('note', 'n', { 'props.fontSizeAdjustment': size });
    expect(around(limits.both.fontSize, letters)).toEqual([undefined, 'OUT_OF_RANGE', 'OUT_OF_RANGE']);
    const pen = (z: number): BoardRecord =>
      shape('draw', 'd', { 'props.segments': [{ type: 'free', points: [{ x: 0, y: 0, z }] }] });
    expect(around(limits.both.penPressure, pen)).toEqual([undefined, 'OUT_OF_RANGE', 'OUT_OF_RANGE']);
    expect(verdict(shape('draw', 'd', { 'props.segments': [{ type: 'free', points: [{ x: 1e9, y: 0 }] }] }))).toBe(
      'OUT_OF_RANGE',
    );
  });

  test.each([
    [oliver, limits.pupil.textLength],
    [reed, limits.staff.textLength],
  ])('[L7] [SEC-16] a text is at most 2,000 characters for pupils, 10,000 for staff: %o', (actor, limit) => {
    expect(around(limit, (size) => note(words(size)), actor).slice(0, 2)).toEqual([undefined, 'TEXT_TOO_LONG']);
    expect(verdict(note(words(limit * 100)), actor)).toBe('RECORD_TOO_BIG');
    const plain = (size: number): BoardRecord => shape('frame', 'f', { 'props.name': words(size) });
    expect(around(limit, plain, actor).slice(0, 2)).toEqual([undefined, 'TEXT_TOO_LONG']);
    const halves = doc(...[1, 2].map(() => paragraph({ type: 'text', text: words(limit / 2) })));
    expect(verdict(halves, actor)).toBeUndefined();
  });

  test('[L7] [SEC-16] no run without a space is longer than 200: not in one piece, not over pieces, not as emoji', () => {
    expect(around(limits.both.unbrokenRun, (size) => note('x'.repeat(size))).slice(0, 2)).toEqual([
      undefined,
      'TEXT_TOO_LONG',
    ]);
    const pieces = Array.from({ length: 11 }, (_, i): Json => ({
      type: 'text',
      text: 'y'.repeat(20),
      marks: i % 2 ? [{ type: 'bold' }] : [],
    }));
    expect(verdict(doc(paragraph(...pieces)))).toBe('TEXT_TOO_LONG');
    expect(verdict(doc(...pieces.map((piece) => paragraph(piece))))).toBeUndefined();
    expect(verdict(note('👩‍👩‍👧‍👦'.repeat(40)))).toBe('TEXT_TOO_LONG');
    expect(verdict(note(`Z${'͑'.repeat(300)}`))).toBe('TEXT_TOO_LONG');
    for (const holding of ['\u00a0', '\u202f', '\u2007', '\ufeff', '\u2060'])
      expect(verdict(note(`word${holding}`.repeat(41)))).toBe('TEXT_TOO_LONG');
    expect(verdict(note('‮sdrawkcab si siht'))).toBeUndefined();
  });

  test('[L7] Chinese, Japanese and Korean need no spaces, but what holds their letters together counts as in any writing', () => {
    for (const line of ['河流给我们带来了什么，', 'みずはいのちのみなもと、カワ。', '우리강은무엇을주나요물은생명'])
      expect(verdict(note(line.repeat(60)))).toBeUndefined();
    for (const held of ['河\u2060', '河\ufe0e\u200d', 'っ', 'ー', '。', '々'])
      expect(verdict(note(held.repeat(201)))).toBe('TEXT_TOO_LONG');
  });

  test('[L8] [SEC-18] rich text has at most 200 nodes (1,000 for staff) and six levels', () => {
    const many = (count: number): BoardRecord => doc(...Array.from({ length: count - 1 }, () => paragraph()));
    expect(around(limits.pupil.richTextNodes, many)).toEqual([undefined, 'BAD_RICHTEXT', 'RECORD_TOO_BIG']);
    expect(around(limits.staff.richTextNodes, many, reed)).toEqual([undefined, 'BAD_RICHTEXT', 'RECORD_TOO_BIG']);
    const nested = (levels: number): Json =>
      levels === 0
        ? paragraph({ type: 'text', text: 'x' })
        : { type: 'bulletList', content: [{ type: 'listItem', content: [nested(levels - 1)] }] };
    expect([1, 2, 3, 8].map((levels) => verdict(doc(nested(levels))))).toEqual([
      undefined,
      undefined,
      'BAD_RICHTEXT',
      'TOO_DEEP',
    ]);
  });

  test('[L9] a stroke has at most 600 points, and at least one in each part; a line names its points as the editor does', () => {
    expect(around(limits.both.strokePoints, stroke).slice(0, 2)).toEqual([undefined, 'RECORD_TOO_BIG']);
    expect(verdict(stroke(60_000))).toBe('RECORD_TOO_BIG');
    expect(verdict(shape('draw', 'd', { 'props.segments': [] }))).toBe('BAD_RECORD');
    expect(verdict(shape('highlight', 'h', { 'props.segments': [{ type: 'free', points: [] }] }))).toBe('BAD_RECORD');
    const line = (name: string, id = name): BoardRecord =>
      shape('line', 'l', {
        'props.points': { a1: { id: 'a1', index: 'a1', x: 0, y: 0 }, [name]: { id, index: 'a2', x: 1, y: 1 } },
      });
    expect([line('a2'), line('call-me'), line('a2', 'call-me')].map((record) => verdict(record))).toEqual([
      undefined,
      'BAD_RECORD',
      'BAD_RECORD',
    ]);
  });

  test('[L10] order keys that people send are at most 1,000 characters', () => {
    const keyed = (length: number): BoardRecord => shape('note', 'n', { index: `a1${'V'.repeat(length - 2)}` });
    expect(around(limits.both.orderKeyLength, keyed).slice(0, 2)).toEqual([undefined, 'OUT_OF_RANGE']);
    for (const index of ['', 'a', 'a10', 'b0', 'a1-', 'a1 b', 'call me', 'aé', 7, null]) {
      expect(verdict(shape('note', 'n', { index })), String(index)).toBe('BAD_RECORD');
    }
    const world = new BoardWorld();
    world.must(reed, ...put(shape('note', 'n')));
    const update = { op: 'update', id: shape('note', 'n').id, set: { index: `a1${'V'.repeat(1_000)}` } };
    expect(world.refusals(reed, update)).toEqual({ 0: 'OUT_OF_RANGE' });
  });

  test('[L15] [SEC-21] [SEC-22] takes no other kind of thing than these, and no address anywhere', () => {
    for (const type of ['video', 'embed', 'bookmark', 'constructor', '']) {
      expect(verdict({ ...shape('note', 'n'), type }), type).toBe('NOT_SUPPORTED');
    }
    const asset = {
      id: `asset:${'a'.repeat(21)}`,
      typeName: 'asset',
      type: 'image',
      meta: {},
      props: { src: 'https://evil.example/x.png' },
    };
    expect(verdict(asset as BoardRecord)).toBe('BAD_ASSET');
    expect(verdict({ ...asset, props: { src: `/a/${'a'.repeat(21)}` } } as BoardRecord, reed)).toBe('BAD_ASSET');
    for (const id of [null, 'https://evil.example/x.png', 'asset:short', recordIdOf('shape', 'n'), { src: 'x' }]) {
      expect(verdict(shape('image', 'i', { 'props.assetId': id })), String(id)).toBe('BAD_ASSET');
    }
    expect(verdict({ ...shape('note', 'n'), typeName: 'page' })).toBe('FORBIDDEN');
    expect(verdict({ ...shape('note', 'n'), typeName: 'page' }, reed)).toBe('BAD_TYPE');
    for (const url of ['https://evil.example', 'javascript:alert(1)', 'data:text/html,x', ' ']) {
      expect(verdict(shape('note', 'n', { 'props.url': url })), url).toBe('NOT_SUPPORTED');
    }
    expect(verdict(shape('geo', 'g', { 'props.src': '/a/abc' }))).toBe('NOT_SUPPORTED');
    const world = new BoardWorld();
    world.must(oliver, ...put(shape('arrow', 'a'), shape('note', 'n')));
    const bound = binding('b', { arrow: recordIdOf('shape', 'a'), to: recordIdOf('shape', 'n') });
    expect(world.refusals(oliver, ...put({ ...bound, type: 'image' }))).toEqual({ 0: 'NOT_SUPPORTED' });
  });

  test('[SEC-10] takes no stamp that only the server may give, and nothing a record does not have', () => {
    const stamps = ['status', 'authorId', 'schoolId', 'approvedBy', 'createdAt', 'reach', 'hidden'];
    for (const name of stamps) {
      expect(verdict({ ...shape('note', 'n'), [name]: 'north' }), name).toBe('FORBIDDEN_FIELD');
      expect(verdict(shape('note', 'n', { [`props.${name}`]: 'north' })), name).toBe('BAD_RECORD');
    }
    expect(verdict({ ...shape('note', 'n'), meta: { approvedBy: 'reed' } })).toBe('FORBIDDEN_FIELD');
    expect(verdict({ ...shape('note', 'n'), isLocked: true })).toBe('FORBIDDEN_FIELD');
    expect(verdict({ ...shape('note', 'n'), isLocked: true }, reed)).toBeUndefined();
  });
});

describe('limits of a person and a board', () => {
  test('[L2] an edit has at most 100 operations for pupils, 200 for staff; the rest is RATE', () => {
    for (const [actor, most] of [
      [oliver, 100],
      [reed, 200],
    ] as const) {
      const notes = Array.from({ length: most + 2 }, (_, i) => shape('note', `n-${i}-`));
      const refused = new BoardWorld().refusals(actor, ...put(...notes));
      expect(refused).toEqual({ [most]: 'RATE', [most + 1]: 'RATE' });
    }
  });
});

describe('limits of the journal', () => {
  test('[P32] a pupil’s edit that is more than one entry is TOO_BIG, whole, and uses up its number; one of staff is not', () => {
    const world = new BoardWorld();
    const decide = (actor: Actor, length: number): EditOutcome =>
      decideEdit(world.state, {
        actor,
        client: `${actor.person}-browser-000`,
        seq: 1,
        ops: put(note(words(length)), shape('note', 'other')),
        now: world.now,
        check: checkRecord,
        newId: () => 'case',
        entryLimit: { bytes: 3_200, unweighedSteps: 0 },
      });
    expect(decide(oliver, 10)).toMatchObject({ kind: 'entry', refused: [] });
    const refused = [0, 1].map((op) => ({ op, code: 'TOO_BIG' }));
    const facts = { client: { seq: 1 }, refused, changes: [] };
    expect(decide(oliver, 1_900)).toMatchObject({ kind: 'entry', refused, entry: { facts } });
    expect(decide(reed, 1_900)).toMatchObject({ kind: 'entry', refused: [] });
  });

  test('[P32] a page that staff take off with more on it than one entry could keep goes in parts', () => {
    const world = new BoardWorld();
    const second = page('second');
    world.must(reed, ...put(second));
    for (let i = 0; i < 32_000; i += 1) {
      const { id } = shape('note', `n-${i}-`);
      const base = shape('note', `n-${i}-`, { parentId: second.id });
      const slot = { id, author: 'reed', school: 'north', base, baseAt: 0, layers: [], hidden: false, seq: 1 };
      world.state.slots.set(id, slot);
      world.state.referrers.add(second.id, id);
    }
    const before = world.journal.length;
    world.must(reed, { op: 'delete', id: second.id });
    const act = world.journal.slice(before);
    expect(act.map(({ facts }) => facts.kind)).toEqual(['part', 'part', 'commit']);
    for (const entry of act) expect(JSON.stringify(entry).length).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(world.state.slots.get(second.id)).toBeUndefined();
    expect(world.state.bin.get(shape('note', 'n-7-').id)).toBeDefined();
  }, 30_000);
});
