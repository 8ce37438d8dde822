import type { BoardRecord, Fields, Json, ReactionSign } from '@bridgeboard/protocol';

/** A record id as browsers make them, from a readable name; equal names give equal ids. */
export function recordIdOf(
  kind: 'shape' | 'binding' | 'page' | 'asset' | 'comment' | 'reaction',
  name: string,
): string {
  return `${kind}:${name
    .replace(/[^A-Za-z0-9_-]/g, '_')
    .padEnd(21, '0')
    .slice(0, 21)}`;
}

/** tldraw's rich text with these words as one paragraph. */
export function richText(words: string): Json {
  const text: Json[] = words === '' ? [] : [{ type: 'text', text: words }];
  return { type: 'doc', content: [{ type: 'paragraph', content: text }] };
}

const common = { rotation: 0, isLocked: false, opacity: 1, meta: {} };
const label = { labelColor: 'black', font: 'draw', size: 'm', url: '' };
const twoPoints: Json = [
  { x: 0, y: 0, z: 0.5 },
  { x: 10, y: 12, z: 0.5 },
];

const propsOf = {
  note: {
    ...label,
    color: 'yellow',
    richText: richText('note'),
    align: 'middle',
    verticalAlign: 'middle',
    growY: 0,
    fontSizeAdjustment: 0,
    scale: 1,
  },
  text: {
    color: 'black',
    size: 'm',
    font: 'draw',
    textAlign: 'start',
    w: 100,
    richText: richText('text'),
    scale: 1,
    autoSize: true,
  },
  geo: {
    ...label,
    geo: 'rectangle',
    dash: 'draw',
    w: 100,
    h: 80,
    growY: 0,
    color: 'blue',
    fill: 'none',
    align: 'middle',
    verticalAlign: 'middle',
    richText: richText(''),
    scale: 1,
  },
  draw: {
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    isComplete: true,
    isClosed: false,
    isPen: false,
    scale: 1,
    segments: [{ type: 'free', points: twoPoints }],
  },
  highlight: {
    color: 'yellow',
    size: 'm',
    isComplete: true,
    isPen: false,
    scale: 1,
    segments: [{ type: 'free', points: twoPoints }],
  },
  line: {
    color: 'black',
    dash: 'draw',
    size: 'm',
    spline: 'line',
    scale: 1,
    points: { a1: { id: 'a1', index: 'a1', x: 0, y: 0 }, a2: { id: 'a2', index: 'a2', x: 40, y: 30 } },
  },
  frame: { w: 400, h: 300, name: '', color: 'black' },
  group: {},
  image: { w: 80, h: 60, playing: true, url: '', assetId: null, crop: null, flipX: false, flipY: false, altText: '' },
  arrow: {
    kind: 'arc',
    elbowMidPoint: 0.5,
    labelColor: 'black',
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    font: 'draw',
    start: { x: 0, y: 0 },
    end: { x: 50, y: 40 },
    bend: 0,
    text: '',
    labelPosition: 0.5,
    scale: 1,
  },
} as const satisfies Readonly<Record<string, Fields>>;

export type ShapeKind = keyof typeof propsOf;

/** Every type of shape that the gate takes as it is; an image needs a picture besides. */
export const shapeKinds = (Object.keys(propsOf) as ShapeKind[]).filter((kind) => kind !== 'image');

/** A sound tldraw 3.15 shape, with these fields (`x`, `props.color`) put over the usual ones. */
export function shape(type: ShapeKind, name: string, fields: Fields = {}): BoardRecord {
  const record: BoardRecord = {
    id: recordIdOf('shape', name),
    typeName: 'shape',
    type,
    x: 0,
    y: 0,
    index: 'a1',
    parentId: 'page:page',
    ...common,
    props: structuredClone(propsOf[type]) as Fields,
  };
  return withFields(record, fields);
}

/** An image that shows this picture. */
export function image(name: string, asset: string, fields: Fields = {}): BoardRecord {
  return shape('image', name, { 'props.assetId': asset, 'props.altText': 'A river', ...fields });
}

/** A binding that holds one end of an arrow at the middle of a shape. */
export function binding(
  name: string,
  ends: { arrow: string; to: string; terminal?: 'start' | 'end' },
  fields: Fields = {},
): BoardRecord {
  const record: BoardRecord = {
    id: recordIdOf('binding', name),
    typeName: 'binding',
    type: 'arrow',
    fromId: ends.arrow,
    toId: ends.to,
    meta: {},
    props: {
      terminal: ends.terminal ?? 'end',
      normalizedAnchor: { x: 0.5, y: 0.5 },
      isExact: false,
      isPrecise: true,
      snap: 'none',
    },
  };
  return withFields(record, fields);
}

/** Words about a piece. */
export function comment(name: string, about: string, text = 'How many fish?'): BoardRecord {
  return { id: recordIdOf('comment', name), typeName: 'comment', about, text, meta: {} };
}

/** A sign about a piece. */
export function reaction(name: string, about: string, sign: ReactionSign = 'heart'): BoardRecord {
  return { id: recordIdOf('reaction', name), typeName: 'reaction', about, sign, meta: {} };
}

/** A page beside the first one. */
export function page(name: string, fields: Fields = {}): BoardRecord {
  return withFields({ id: recordIdOf('page', name), typeName: 'page', name, index: 'a2', meta: {} }, fields);
}

function withFields(record: BoardRecord, fields: Fields): BoardRecord {
  const next: BoardRecord = { ...record };
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith('props.')) next[name] = value;
    else next['props'] = { ...(next['props'] as Fields), [name.slice('props.'.length)]: value };
  }
  return next;
}
