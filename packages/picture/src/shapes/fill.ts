import { shadesOf } from '../palette.ts';
import type { Fields } from '../read-field.ts';
import type { Paint } from './paint.ts';

interface Fill {
  fill: string;
  'fill-opacity'?: number;
}

/** How tldraw's fill styles colour the inside of a shape; undefined leaves it open. */
export function fillOf(paint: Paint, props: Fields): Fill | undefined {
  const shades = shadesOf(paint.palette, props['color']);
  switch (props['fill']) {
    case 'semi':
      return { fill: paint.palette.sheet };
    case 'solid':
      return { fill: shades.semi };
    case 'fill':
      return { fill: shades.solid };
    case 'pattern':
      // Hatching needs a named pattern, and names clash when a page shows two pictures.
      return { fill: shades.solid, 'fill-opacity': 0.35 };
    default:
      return undefined;
  }
}
