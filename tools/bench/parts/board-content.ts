import type { Op } from '@bridgeboard/protocol';

import { drawRecord } from '../clients/draw-record.ts';
import { Hand } from '../workload/hand.ts';
import type { StrokePoint } from '../workload/hand.ts';
import { randomName, seededRandom } from '../workload/random.ts';

type CreateOp = Extract<Op, { op: 'create' }>;

const words = 'The river is deep here and the water runs fast past the old mill where we counted nine ducks'.split(' ');
const pointsPerStroke = 40;
const strokesInTen = 6;

/** What is on a big board: only notes and rectangles with words, or a mix in which six of ten records are strokes of 40 points. */
export type Content = 'plain' | 'mixed';

/** `count` operations that create a board's records; the same for the same content. */
export function createOps(content: Content, count: number): CreateOp[] {
  const random = seededRandom(count);
  const hand = new Hand(0, { stepsPerStroke: pointsPerStroke, pauseSteps: 0, firstPauseSteps: 0 });
  return Array.from({ length: count }, (_, nth): CreateOp => {
    const isStroke = content === 'mixed' && nth % 10 < strokesInTen;
    const record = isStroke ? strokeOf(hand, random) : shapeWithWords(nth, random);
    return { op: 'create', record };
  });
}

function strokeOf(hand: Hand, random: () => number): CreateOp['record'] {
  const points: StrokePoint[] = [];
  let stroke = null;
  while (points.length < pointsPerStroke) {
    const { pen } = hand.step();
    if (pen) points.push(pen.point);
    stroke ??= pen?.stroke ?? null;
  }
  const place = { x: Math.round(random() * 8_000), y: Math.round(random() * 5_000) };
  return drawRecord({ id: '', index: 'a1', ...stroke, ...place }, points);
}

const label = {
  labelColor: 'black',
  font: 'draw',
  size: 'm',
  align: 'middle',
  verticalAlign: 'middle',
  url: '',
  scale: 1,
  growY: 0,
};
const rectangle = { ...label, color: 'blue', geo: 'rectangle', dash: 'draw', fill: 'none', w: 180, h: 90 };
const note = { ...label, color: 'yellow', fontSizeAdjustment: 0 };

function shapeWithWords(nth: number, random: () => number): CreateOp['record'] {
  const isNote = nth % 2 === 0;
  const from = Math.floor(random() * 8);
  const text = words.slice(from, from + 2 + Math.floor(random() * 8)).join(' ');
  const richText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  return {
    id: `shape:${randomName(random, 21)}`,
    typeName: 'shape',
    type: isNote ? 'note' : 'geo',
    x: Math.round(random() * 8_000),
    y: Math.round(random() * 5_000),
    rotation: 0,
    index: `b${orderDigits(nth)}V`,
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { ...(isNote ? note : rectangle), richText },
  };
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Four digits that sort like the number. */
function orderDigits(nth: number): string {
  return [62 ** 3, 62 ** 2, 62, 1].map((weight) => digits.charAt(Math.floor(nth / weight) % 62)).join('');
}
