import type { DemoShape } from './demo-piece.ts';
import type { Spot } from './way.ts';

/** tldraw's colour names; the board shows them in its own palette. */
export type Color =
  | 'black'
  | 'grey'
  | 'violet'
  | 'blue'
  | 'light-blue'
  | 'yellow'
  | 'orange'
  | 'green'
  | 'light-green'
  | 'light-red'
  | 'red';

type Size = 's' | 'm' | 'l' | 'xl';

export interface Pen {
  color: Color;
  size?: Size;
  /** Multiplies the breadth of the size. */
  scale?: number;
  dash?: 'draw' | 'dotted';
  /** Closes the line and colours the inside: pale or full. */
  fill?: 'solid' | 'fill';
  /** How hard the pen is pressed, 0 to 1. */
  pressure?: number;
}

/** A pen in a child's hand on a tablet: light, lighter still where it sets down and lifts off. */
const lightTouch = 0.17;
const touchDown = 0.6;
const spotsToTouchDown = 5;

function roundTenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

function pressureAt(at: number, count: number, pressure: number): number {
  const fromEnd = Math.min(1, Math.min(at, count - 1 - at) / spotsToTouchDown);
  const unsteady = 1 + 0.1 * Math.sin(at / 7);
  return Math.round(pressure * (touchDown + (1 - touchDown) * fromEnd) * unsteady * 100) / 100;
}

interface Placed {
  x: number;
  y: number;
  segments: { type: 'free'; points: { x: number; y: number; z: number }[] }[];
}

/** tldraw keeps a stroke's points relative to its first one. */
function placeSpots(spots: readonly Spot[], pressure: number | null): Placed {
  const [firstX, firstY] = spots[0] ?? [0, 0];
  const x = roundTenth(firstX);
  const y = roundTenth(firstY);
  const points = spots.map(([px, py], at) => ({
    x: roundTenth(px - x),
    y: roundTenth(py - y),
    z: pressure === null ? 0.5 : pressureAt(at, spots.length, pressure),
  }));
  return { x, y, segments: [{ type: 'free', points }] };
}

/** A line drawn with the pen. */
export function stroke(pen: Pen, spots: readonly Spot[]): DemoShape {
  const isInk = pen.dash !== 'dotted' && spots.length > 1;
  const { x, y, segments } = placeSpots(spots, isInk ? (pen.pressure ?? lightTouch) : null);
  return {
    type: 'draw',
    x,
    y,
    props: {
      color: pen.color,
      fill: pen.fill ?? 'none',
      dash: pen.dash ?? 'draw',
      size: pen.size ?? 's',
      segments,
      isComplete: true,
      isClosed: pen.fill !== undefined,
      isPen: isInk,
      scale: pen.scale ?? 1,
    },
  };
}

/** One tap of the pen. */
export function dot(pen: Pen, spot: Spot): DemoShape {
  return stroke(pen, [spot]);
}

/** The broad marker; tldraw makes it 1.12 times as broad as letters of its size, 20 units for "s". */
export function marker(color: Color, breadth: number, spots: readonly Spot[]): DemoShape {
  const { x, y, segments } = placeSpots(spots, null);
  const scale = roundTenth((breadth / (18 * 1.12)) * 10) / 10;
  const props = { color, size: 's', segments, isComplete: true, isPen: false, scale };
  return { type: 'highlight', x, y, props };
}
