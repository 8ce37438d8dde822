import type { BoardRecord } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { boundsOf } from './bounds.ts';
import { drawPicture } from './draw-picture.ts';
import { colorNames } from './palette.ts';
import { textOf } from './text/rich-text.ts';

const ids = ['shape:a', 'shape:b', 'shape:c', 'page:page'];
const odd = fc.oneof(
  fc.constantFrom(null, undefined, NaN, Infinity, -1, 0, 1e308, '', 'constructor', '__proto__', true, [], {}),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
/** Mostly what a board holds, now and then what no board should. */
const mostly = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: arbitrary as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: odd });
const number = mostly(fc.integer({ min: -400, max: 400 }));
const point = mostly(fc.record({ x: number, y: number, z: number }, { requiredKeys: [] }));
const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('<script>', ']]>', '"onload="', '&amp;', '\u0000', '\ud800'),
);
const inline = fc.record({ type: mostly(fc.constantFrom('text', 'hardBreak')), text: mostly(text), marks: odd });
const block = fc.record({
  type: mostly(fc.constantFrom('paragraph', 'bulletList', 'listItem', 'heading')),
  content: mostly(fc.array(inline, { maxLength: 3 })),
});
const richText = fc.record({ type: fc.constant('doc'), content: mostly(fc.array(block, { maxLength: 3 })) });
const segment = fc.record({
  type: mostly(fc.constantFrom('free', 'straight')),
  points: mostly(fc.array(point, { maxLength: 6 })),
});
const lineEnds = ['arrow', 'triangle', 'square', 'dot', 'diamond', 'inverted', 'bar', 'none'];
const props = fc.record(
  {
    color: mostly(fc.constantFrom(...colorNames)),
    labelColor: mostly(fc.constantFrom(...colorNames)),
    size: mostly(fc.constantFrom('s', 'm', 'l', 'xl')),
    dash: mostly(fc.constantFrom('draw', 'solid', 'dashed', 'dotted')),
    fill: mostly(fc.constantFrom('none', 'semi', 'solid', 'pattern', 'fill')),
    font: mostly(fc.constantFrom('draw', 'sans', 'serif', 'mono')),
    geo: mostly(fc.constantFrom('cloud', 'star', 'oval', 'x-box', 'check-box', 'rhombus', 'arrow-up', 'heart')),
    align: mostly(fc.constantFrom('start', 'middle', 'end-legacy')),
    segments: mostly(fc.array(segment, { maxLength: 3 })),
    points: mostly(fc.dictionary(fc.string({ maxLength: 3 }), point, { maxKeys: 4 })),
    spline: mostly(fc.constantFrom('cubic', 'line')),
    richText: mostly(richText),
    text: mostly(text),
    name: mostly(text),
    w: number,
    assetId: mostly(fc.constantFrom('asset:a', 'asset:b')),
    altText: mostly(text),
    crop: mostly(fc.record({ topLeft: point, bottomRight: point })),
    flipX: mostly(fc.boolean()),
    h: number,
    growY: number,
    scale: mostly(fc.constantFrom(0.1, 1, 8)),
    start: point,
    end: point,
    bend: number,
    kind: mostly(fc.constantFrom('arc', 'elbow')),
    arrowheadStart: mostly(fc.constantFrom(...lineEnds)),
    arrowheadEnd: mostly(fc.constantFrom(...lineEnds)),
    isClosed: mostly(fc.boolean()),
    isPen: mostly(fc.boolean()),
    autoSize: mostly(fc.boolean()),
    terminal: fc.constantFrom('start', 'end'),
    normalizedAnchor: point,
    isPrecise: fc.boolean(),
  },
  { requiredKeys: [] },
);
const types = ['draw', 'highlight', 'line', 'arrow', 'text', 'note', 'geo', 'frame', 'group', 'image'];
const record = fc.record({
  id: fc.constantFrom(...ids),
  typeName: mostly(fc.constantFrom('shape', 'shape', 'shape', 'binding', 'page')),
  type: mostly(fc.constantFrom(...types)),
  parentId: mostly(fc.constantFrom(...ids)),
  fromId: fc.constantFrom(...ids),
  toId: fc.constantFrom(...ids),
  index: mostly(fc.constantFrom('a1', 'a2')),
  x: number,
  y: number,
  rotation: number,
  opacity: mostly(fc.constant(1)),
  props: mostly(props),
});
const request = fc.record({
  records: fc.array(mostly(record), { maxLength: 8 }),
  frame: fc.constantFrom(
    undefined,
    'fit',
    { x: 0, y: 0, w: 10, h: 10 },
    { x: NaN, y: 0, w: 1, h: 0 },
  ) as fc.Arbitrary<'fit'>,
  emphasis: fc.constantFrom(undefined, { ids: ['shape:a', 'shape:b'], dim: 0.3 }),
  theme: fc.constantFrom('light', 'dark'),
  pictures: fc.constantFrom(
    undefined,
    new Map([
      ['asset:a', 'data:image/webp;base64,AAAA'],
      ['asset:b', 'https://evil.example/x.webp'],
    ]),
  ),
  title: text,
});

const tag = /<(\/?)([a-z]+)((?:\s+[a-zA-Z:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#39);[^"<&]*)*")*)\s*(\/?)>/g;

/** Tags that do not nest, and attributes given twice. */
function tagFaults(svg: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  for (const [whole, isEnd, name = '', attributes = '', isEmpty] of svg.matchAll(tag)) {
    const names = [...attributes.matchAll(/\s([a-zA-Z:-]+)=/g)].map(([, found]) => found);
    if (new Set(names).size < names.length) faults.push(`an attribute twice: ${whole}`);
    if (isEnd && open.pop() !== name) faults.push(`closes what is not open: ${whole}`);
    if (!isEnd && !isEmpty) open.push(name);
  }
  return [...faults, ...open.map((name) => `left open: ${name}`)];
}

/** What else an XML reader would refuse: raw signs between the tags, forbidden characters. */
function textFaults(svg: string): string[] {
  const between = svg.replaceAll(tag, '').replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '');
  const isForbidden = (character: string): boolean => character < ' ' && !'\t\n\r'.includes(character);
  const faults = /[<>&]/.test(between) ? [`raw signs: ${between}`] : [];
  return !svg.isWellFormed() || svg.split('').some(isForbidden) ? [...faults, 'a forbidden character'] : faults;
}

const drawn = new Set(['svg', 'g', 'rect', 'path', 'text', 'tspan', 'title', 'image']);

test('whatever the records are, the picture is well-formed, plain and refers to nothing', () => {
  fc.assert(
    fc.property(request, ({ records, ...rest }) => {
      const svg = drawPicture({
        records: records as BoardRecord[],
        page: 'page:page',
        width: 320,
        ...(rest as object),
      });
      expect([...tagFaults(svg), ...textFaults(svg)]).toEqual([]);
      for (const [, name] of svg.matchAll(/<([a-zA-Z]+)/g)) expect(drawn).toContain(name);
      const withoutHeld = svg.replaceAll('href="data:image/webp;base64,AAAA"', '');
      expect(withoutHeld).not.toMatch(/<[^>]*\s(?:href|xlink:href|style|class|id|src|on[a-z]+)=/i);
      expect(svg).not.toMatch(/="[^"]*(?:NaN|Infinity|undefined|url\()/);
    }),
    { numRuns: 400 },
  );
});

test('whatever the records are, their bounds and words are found or missing, never an error', () => {
  fc.assert(
    fc.property(fc.array(mostly(record), { maxLength: 8 }), (records) => {
      const bounds = boundsOf(records as BoardRecord[], ids) ?? {};
      expect(Object.values(bounds).every(Number.isFinite)).toBe(true);
      for (const one of records) expect(typeof textOf(one)).toBe('string');
    }),
    { numRuns: 300 },
  );
});
