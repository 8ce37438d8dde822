import type { DemoShape } from '../demo-piece.ts';
import { dot, marker, stroke } from '../pen.ts';
import { way } from '../way.ts';

/** A kingfisher on its branch, left of the Aire. */
export function drawKingfisher(): DemoShape[] {
  const brown = { color: 'light-red', size: 's', scale: 1.2 } as const;
  return [
    marker('light-blue', 9, way('50,351 55,345 57,360 63,346 66,361 72,349 75,362')),
    marker('orange', 10, way('54,386 60,371 63,388 69,368 71,382 75,369')),
    stroke(brown, way('10,405 30,399 50,398 70,401 88,402 | 101,414 | 88,402 | 105,399 119,394')),
    stroke(
      { color: 'blue', scale: 1.1 },
      way(`46,398 37,400 | 40,388 39,367 44,347 54,335 64,332 75,339 80,354 80,370 75,385 64,394
        52,393 40,386`),
    ),
    stroke({ color: 'blue' }, way('42,364 52,363 60,370 61,379 51,386')),
    stroke({ color: 'orange' }, way('57,393 | 57,400 | 66,400 | 66,392')),
    stroke({ color: 'black', scale: 1.1 }, way('78,342 98,343 117,349 | 98,353 80,353')),
    dot({ color: 'black', size: 'm', scale: 1.2 }, [68, 344]),
  ];
}
