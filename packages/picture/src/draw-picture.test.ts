import type { BoardRecord, Json } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { boundsOf } from './bounds.ts';
import { drawPicture } from './draw-picture.ts';

type Props = { [key: string]: Json };

function shape(id: string, type: string, rest: { props: Props; [field: string]: Json }): BoardRecord {
  return {
    id,
    typeName: 'shape',
    type,
    parentId: 'page:page',
    index: 'a1',
    x: 0,
    y: 0,
    rotation: 0,
    opacity: 1,
    ...rest,
  };
}

function words(text: string): Props {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

function note(id: string, text: string, rest: Props = {}): BoardRecord {
  return shape(id, 'note', {
    x: 100,
    y: 50,
    ...rest,
    props: { color: 'green', size: 'm', richText: words(text), scale: 1 },
  });
}

function box(id: string, rest: Props = {}): BoardRecord {
  const props = { geo: 'rectangle', color: 'blue', w: 100, h: 100, growY: 0, size: 's', fill: 'none', scale: 1 };
  return shape(id, 'geo', { ...rest, props });
}

function draw(records: BoardRecord[], rest: Partial<Parameters<typeof drawPicture>[0]> = {}): string {
  return drawPicture({ records, page: 'page:page', width: 400, ...rest });
}

test('[P18] shapes are painted by index, and those of one index by id', () => {
  const svg = draw([note('shape:b', 'second'), note('shape:c', 'third', { index: 'a2' }), note('shape:a', 'first')]);
  const order = ['first', 'second', 'third'].map((word) => svg.indexOf(word));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('the same records in another order give the same bytes', () => {
  const records = [note('shape:a', 'one'), box('shape:b', { x: 300 }), note('shape:c', 'two', { x: 500 })];
  expect(draw(records.toReversed())).toBe(draw(records));
});

test('what a pupil typed is text and stays text', () => {
  const svg = draw([note('shape:a', `<script>alert("x")</script> & ${String.fromCharCode(1)}`)], {
    title: '"><a href="//x">',
  });
  expect(svg).not.toMatch(/<script|<a\b|href="/);
  expect(svg).toContain('&lt;script&gt;');
});

test('only the asked page is drawn', () => {
  const svg = draw([note('shape:a', 'here'), note('shape:b', 'elsewhere', { parentId: 'page:other' })]);
  expect(svg).toContain('here');
  expect(svg).not.toContain('elsewhere');
});

test('a parent that is its own parent is drawn nowhere and harms nobody', () => {
  const svg = draw([note('shape:a', 'lost', { parentId: 'shape:a' }), note('shape:b', 'found')]);
  expect(svg).toContain('found');
  expect(svg).not.toContain('lost');
});

test("a frame's children move and turn with it and are cut off at its edges", () => {
  const frame = shape('shape:f', 'frame', {
    x: 100,
    y: 100,
    rotation: Math.PI / 2,
    props: { w: 200, h: 80, name: 'Group A' },
  });
  const records = [frame, box('shape:in', { parentId: 'shape:f', x: 10, y: 20 })];
  expect(draw(records)).toMatch(/rotate\(90\).*<svg width="200" height="80" overflow="hidden">/);
  const bounds = boundsOf(records, ['shape:in']);
  expect(bounds).toMatchObject({ w: 100, h: 100 });
  expect(bounds?.x).toBeCloseTo(-20);
  expect(bounds?.y).toBeCloseTo(110);
});

test('markers lie below what stands before them in the order', () => {
  const segments = [
    {
      type: 'free',
      points: [
        { x: 0, y: 0, z: 0.5 },
        { x: 90, y: 0, z: 0.5 },
      ],
    },
  ];
  const marker = shape('shape:m', 'highlight', {
    index: 'a9',
    props: { color: 'yellow', size: 'm', segments, scale: 1 },
  });
  const svg = draw([note('shape:a', 'words'), marker]);
  expect(svg.indexOf('opacity="0.82"')).toBeLessThan(svg.indexOf('words'));
  expect(svg.indexOf('opacity="0.35"')).toBeGreaterThan(svg.indexOf('words'));
});

test('emphasis fades all others once, and puts one accent frame around the chosen ones', () => {
  const records = [note('shape:a', 'mine'), note('shape:b', 'theirs', { x: 400 })];
  const svg = draw(records, { emphasis: { ids: ['shape:a'], dim: 0.3 }, height: 300 });
  expect(svg.match(/opacity="0.3"/g)).toHaveLength(1);
  expect(svg.match(/stroke="#0a736b"/g)).toHaveLength(1);
  expect(svg.indexOf('theirs')).toBeLessThan(svg.indexOf('mine'));
});

test('what lies outside the frame of a picture is not in its bytes', () => {
  const records = [note('shape:a', 'near'), note('shape:b', 'far', { x: 5000 })];
  const svg = draw(records, { frame: { x: 0, y: 0, w: 400, h: 300 } });
  expect(svg).toContain('near');
  expect(svg).not.toContain('far');
});

test('a picture has the size that was asked for, and shows more rather than bars', () => {
  const svg = draw([box('shape:a')], { width: 300, height: 100, frame: { x: 0, y: 0, w: 100, h: 100 } });
  expect(svg).toMatch(/viewBox="-100 0 300 100" width="300" height="100"/);
});

test('an empty page is an empty canvas, and bounds of nothing are null', () => {
  expect(draw([])).toMatch(/^<svg [^>]*width="400" height="263"[^>]*><rect [^>]*\/><\/svg>$/);
  expect(boundsOf([], ['shape:a'])).toBeNull();
});

test('right-to-left words carry their direction', () => {
  expect(draw([note('shape:a', 'مرحبا')])).toMatch(/direction="rtl" unicode-bidi="embed">مرحبا</);
});

const river = 'data:image/webp;base64,UklGRg==';
const image = (props: Props = {}): BoardRecord =>
  shape('i', 'image', { x: 10, props: { w: 200, h: 100, assetId: 'asset:a', altText: 'Our river', ...props } });
const withRiver = (record: BoardRecord, address = river): string =>
  draw([record], { pictures: new Map([['asset:a', address]]) });

test('[SEC-21] an image holds its picture and its words, and loads nothing', () => {
  expect(withRiver(image())).toContain(`href="${river}"`);
  expect(withRiver(image())).toContain('<title>Our river</title>');
  for (const address of ['https://evil.example/x', '/a/x', 'data:image/svg+xml,<svg/>', 'data:image/webp;base64,"x']) {
    const svg = withRiver(image(), address);
    expect(svg).not.toContain('href');
    expect(svg).toContain('Our river');
  }
});

test('an image without its picture is its place, with its words', () => {
  expect(draw([image()])).toContain('Our river');
  expect(boundsOf([image()], ['i'])).toEqual({ x: 10, y: 0, w: 200, h: 100 });
});

test('a cropped image is laid so that the chosen part fills its box, and a turned one is turned', () => {
  const crop = { topLeft: { x: 0.5, y: 0 }, bottomRight: { x: 1, y: 0.5 } };
  expect(withRiver(image({ crop }))).toContain('<image x="-200" y="0" width="400" height="200"');
  expect(withRiver(image({ flipX: true }))).toContain('translate(200 0) scale(-1 1)');
});
