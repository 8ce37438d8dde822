import type { Point } from '../geometry.ts';
import { cornersOfGeo, ring } from './geo-corners.ts';

/** The lines of one geometric shape: its closed outline first, then marks inside. */
export interface GeoLines {
  outline: Point[];
  marks: Point[][];
}

/** How far a slanted box leans, as a share of its shorter side. */
const lean = 0.38;

/** Two half circles and the straight between them: the ends stay round whatever the proportions. */
function oval(w: number, h: number): Point[] {
  const r = Math.min(w, h) / 2;
  return ring(64).map(([x, y]) => ({
    x: x < 0.5 ? x * 2 * r : w - (1 - x) * 2 * r,
    y: y < 0.5 ? y * 2 * r : h - (1 - y) * 2 * r,
  }));
}

function cross(w: number, h: number): Point[][] {
  const down = [
    { x: 0, y: 0 },
    { x: w, y: h },
  ];
  return [down, down.map(({ x, y }) => ({ x: w - x, y }))];
}

function tick(w: number, h: number): Point[] {
  const size = Math.min(w, h) * 0.82;
  const place = (x: number, y: number): Point => ({ x: (w - size) / 2 + size * x, y: (h - size) / 2 + size * y });
  return [place(0.25, 0.52), place(0.45, 0.82), place(0.82, 0.22)];
}

function marksFor(geo: string, w: number, h: number): Point[][] {
  if (geo === 'x-box') return cross(w, h);
  return geo === 'check-box' ? [tick(w, h)] : [];
}

/** The lines of tldraw's geometric shapes; an unknown name is a rectangle. */
export function geoLines(geo: string, w: number, h: number): GeoLines {
  if (geo === 'oval') return { outline: oval(w, h), marks: [] };
  const corners = cornersOfGeo(geo, (Math.min(w, h) * lean) / w);
  return { outline: corners.map(([x, y]) => ({ x: x * w, y: y * h })), marks: marksFor(geo, w, h) };
}
