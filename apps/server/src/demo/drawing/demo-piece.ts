import type { Json } from '@bridgeboard/protocol';

/** A shape of the demo board; the seeder gives it an id, a place in the order and its page. */
export interface DemoShape {
  type: string;
  x: number;
  y: number;
  /** Radians; none is upright. */
  rotation?: number;
  opacity?: number;
  props: { [key: string]: Json };
}

/** What one person made in one go: the shapes are drawn, and judged, together. */
export interface DemoPiece {
  by: { school: 'riverside' | 'alnoor'; person: string };
  state: 'approved' | 'waiting' | 'sent-back' | 'staff';
  /** What the teacher wrote when sending it back. */
  note?: string;
  shapes: DemoShape[];
}
