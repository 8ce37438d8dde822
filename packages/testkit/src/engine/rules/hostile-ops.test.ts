import { BoardWorld, aisha, oliver, reed } from '../board-world.ts';
import { checkRecord } from '@bridgeboard/domain/schema-check';
import { projectView } from '@bridgeboard/domain';
import type { Json } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { sharedViewers } from '../board-world.ts';
import { binding, recordIdOf, richText, shape, shapeKinds } from '../records.ts';
import { put } from './start.ts';

const runs = { numRuns: Number(process.env['HISTORIES'] ?? 100) * 8, seed: Number(process.env['SEED'] ?? 2026) };

const ids = [
  'page:page',
  'document:document',
  recordIdOf('shape', 'there'),
  recordIdOf('shape', 'frame'),
  recordIdOf('shape', 'never'),
];
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(
    NaN,
    Infinity,
    -0,
    1e308,
    5e-324,
    undefined,
    '\ud800',
    '\u0000',
    '__proto__',
    { toString: 1 },
    [],
  ),
);
const fieldName = fc.oneof(
  fc.constantFrom(
    'x',
    'y',
    'rotation',
    'index',
    'parentId',
    'isLocked',
    'opacity',
    'meta',
    'type',
    'typeName',
    'props',
    'id',
    'fromId',
    'toId',
    'name',
    'props.richText',
    'props.text',
    'props.w',
    'props.points',
    'props.segments',
    'props.color',
    'props.url',
    'props.start',
    'props.terminal',
    'props.__proto__',
    '__proto__',
    'constructor',
    'toString',
    'props.',
    'props.a.b',
    'meta.a',
  ),
  fc.string({ maxLength: 8 }),
);
const sound = fc
  .tuple(fc.constantFrom(...shapeKinds), fc.string({ minLength: 1, maxLength: 8 }))
  .map(([kind, name]): Record<string, unknown> => ({ ...shape(kind, name) }));

/** A sound record with some fields replaced by anything at all, in it or in its props. */
const spoilt = fc.tuple(sound, fc.array(fc.tuple(fieldName, strange), { maxLength: 3 })).map(([record, changes]) => {
  const next: Record<string, unknown> = { ...record, props: { ...(record['props'] as object) } };
  for (const [name, value] of changes) {
    const inProps = name.startsWith('props.');
    const props = next['props'];
    const into: unknown = inProps && typeof props === 'object' && props !== null ? props : next;
    Object.defineProperty(into as object, inProps ? name.slice(6) : name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return next;
});
const set = fc.array(fc.tuple(fieldName, strange), { maxLength: 3 }).map((fields) => Object.fromEntries(fields));
const op: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ op: fc.constant('create'), record: spoilt }) },
  { weight: 4, arbitrary: fc.record({ op: fc.constant('update'), id: fc.constantFrom(...ids), set }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('delete'), id: fc.oneof(fc.constantFrom(...ids), strange) }) },
  { weight: 1, arbitrary: strange },
);

function stage(): BoardWorld {
  const world = new BoardWorld();
  world.must(
    oliver,
    ...put(shape('frame', 'frame'), shape('note', 'there', { parentId: recordIdOf('shape', 'frame') })),
  );
  return world;
}

describe('operations that nobody would send', () => {
  test(
    '[P34] [SEC-15] [SEC-18] get a verdict each, never a fault, and what is taken is sound for every view',
    () => {
      fc.assert(
        fc.property(
          fc.array(op, { minLength: 1, maxLength: 6 }),
          fc.constantFrom(oliver, reed, aisha),
          (ops, actor) => {
            const world = stage();
            const outcome = world.edit(actor, ops);
            expect(outcome.kind).toBe('entry');
            for (const viewer of [...sharedViewers, { kind: 'pupil', school: 'north', person: 'oliver' } as const]) {
              for (const record of projectView(world.state, viewer).values()) expect(checkRecord(record)).toBe(true);
            }
            expect(Object.keys(Object.prototype)).toEqual([]);
          },
        ),
        runs,
      );
    },
    60_000 + runs.numRuns * 20,
  );

  test('[SEC-01] [SEC-17] of any depth are refused as such, by themselves', () => {
    const deep = (depth: number): Json => {
      let value: Json = 1;
      for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { a: value };
      return value;
    };
    for (const depth of [23, 100, 30_000]) {
      const good = shape('note', 'good');
      const refused = stage().refusals(
        oliver,
        { op: 'create', record: { ...shape('note', 'n'), meta: { a: deep(depth) } } },
        { op: 'update', id: ids[2], set: { x: deep(depth) } },
        ...put(good),
      );
      expect(refused).toEqual({ 0: 'TOO_DEEP', 1: 'TOO_DEEP' });
    }
  });

  test('[SEC-13] that name a prototype are BAD_KEY, wherever, and no record changes its nature', () => {
    const world = stage();
    const id = recordIdOf('shape', 'there');
    const proto = JSON.parse('{"__proto__":{"polluted":1}}') as Record<string, unknown>;
    const record = { ...shape('note', 'n') };
    Object.defineProperty(record, '__proto__', { value: { polluted: 1 }, enumerable: true });
    const hostile = [
      { op: 'create', record },
      { op: 'create', record: { ...shape('note', 'm'), props: proto } },
      { op: 'update', id, set: proto },
      { op: 'update', id, set: { 'props.__proto__': { polluted: 1 } } },
      { op: 'update', id, set: { 'props.constructor': 1 } },
      { op: 'update', id, set: { 'props.richText': proto } },
      { op: 'delete', id, prototype: 1 },
    ];
    const refused = world.refusals(oliver, ...hostile);
    expect(Object.values(refused)).toEqual(Array(7).fill('BAD_KEY'));
    const seen = world.seenBy(oliver).get(id);
    expect(Object.getPrototypeOf(seen)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('[SEC-14] with half a letter are BAD_JSON; control signs and line separators come through as they are', () => {
    const world = stage();
    const note = (text: string): Record<string, unknown> => ({
      ...shape('note', `t${text.length}`, { 'props.richText': richText(text) }),
    });
    expect(world.refusals(oliver, { op: 'create', record: note('\ud83d') })).toEqual({ 0: 'BAD_JSON' });
    expect(world.refusals(oliver, { op: 'update', id: ids[2], set: { '\ud83d': 1 } })).toEqual({ 0: 'BAD_JSON' });
    const kept = 'a\u2028b\u0001c😀';
    world.must(oliver, { op: 'create', record: note(kept) as never });
    expect(JSON.stringify([...world.seenBy(oliver).values()])).toContain(JSON.stringify(kept).slice(1, -1));
  });

  test.each([
    ['an unknown node', { type: 'blockquote', content: [{ type: 'paragraph' }] }],
    ['an unknown node of the same family', { type: 'codeBlock', content: [{ type: 'text', text: 'x' }] }],
    ['a node named like a method', { type: 'constructor' }],
    ['text where blocks are', { type: 'text', text: 'x' }],
    ['a document within', { type: 'doc', content: [{ type: 'paragraph' }] }],
    ['an empty list', { type: 'bulletList' }],
    ['a list of paragraphs', { type: 'bulletList', content: [{ type: 'paragraph' }] }],
    ['an empty text', { type: 'paragraph', content: [{ type: 'text', text: '' }] }],
    ['a text without text', { type: 'paragraph', content: [{ type: 'text' }] }],
    [
      'a link',
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
      },
    ],
    ['an unknown mark', { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'underline' }] }] }],
    [
      'the same mark twice',
      { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'bold' }, { type: 'bold' }] }] },
    ],
    [
      'a mark with words',
      { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'bold', say: 'hello' }] }] },
    ],
    ['an attribute with words', { type: 'paragraph', attrs: { dir: 'hello' } }],
    ['an attribute named in words', { type: 'paragraph', attrs: { callme: null } }],
    ['a heading of level 99', { type: 'heading', attrs: { level: 99 } }],
    ['content that is no list', { type: 'paragraph', content: { 0: 'x' } }],
    ['nothing', null],
  ])('[SEC-18] rich text with %s is BAD_RICHTEXT', (_, block) => {
    const record = { ...shape('note', 'n', { 'props.richText': { type: 'doc', content: [block as Json] } }) };
    expect(stage().refusals(oliver, { op: 'create', record })).toEqual({ 0: 'BAD_RICHTEXT' });
  });

  test('[SEC-18] rich text as the editor writes it passes', () => {
    const text = (words: string, ...marks: string[]): Json => ({
      type: 'text',
      text: words,
      marks: marks.map((type) => ({ type })),
    });
    const content: Json = [
      { type: 'heading', attrs: { dir: 'auto', level: 2 }, content: [text('Rain')] },
      {
        type: 'paragraph',
        attrs: { dir: 'rtl' },
        content: [text('مطر', 'bold', 'italic'), { type: 'hardBreak' }, text('x', 'code', 'strike', 'highlight')],
      },
      {
        type: 'orderedList',
        attrs: { start: 1, type: null },
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('one')] }] }],
      },
      { type: 'paragraph' },
    ];
    const record = { ...shape('note', 'n', { 'props.richText': { type: 'doc', content } }) };
    expect(stage().refusals(oliver, { op: 'create', record })).toEqual({});
  });

  test('[SEC-17] bindings across what is not there and to themselves change nothing', () => {
    const world = stage();
    const arrow = shape('arrow', 'arrow');
    world.must(oliver, ...put(arrow));
    const bad = [
      binding('a', { arrow: arrow.id, to: ids[4] ?? '' }),
      binding('b', { arrow: ids[4] ?? '', to: arrow.id }),
    ];
    expect(world.refusals(oliver, ...put(...bad))).toEqual({ 0: 'NO_SUCH_RECORD', 1: 'BAD_RECORD' });
    expect(world.refusals(oliver, { op: 'create', record: { ...bad[0], toId: 'page:page' } })).toEqual({
      0: 'BAD_RECORD',
    });
  });
});
