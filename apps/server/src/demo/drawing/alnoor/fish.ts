import type { DemoShape } from '../demo-piece.ts';
import { dot, marker, stroke } from '../pen.ts';
import { way } from '../way.ts';

/** The fish that Sani's uncle catches: orange, with red scales. */
export function drawFish(): DemoShape[] {
  const orange = { color: 'orange', size: 's', scale: 1.25 } as const;
  return [
    marker('orange', 8, way('885,238 893,201 903,232 911,199 920,231 927,197 935,231 941,196 948,232 953,192')),
    stroke({ color: 'orange' }, way('897,188 903,176 912,174 926,168 941,179')),
    stroke({ color: 'orange' }, way('921,251 929,258 941,247')),
    stroke(
      orange,
      way(`847,247 | 872,221 886,199 904,186 927,179 951,182 972,197 981,210 982,218 972,232
        953,246 927,251 903,244 886,233 872,219 | 848,199 | 850,207 853,222 847,247`),
    ),
    stroke({ color: 'red' }, way('909,202 904,216 910,232')),
    stroke({ color: 'red' }, way('924,198 919,213 926,232')),
    stroke({ color: 'red' }, way('940,199 935,213 942,230')),
    stroke({ color: 'red', scale: 1.1 }, way('965,221 975,221 983,214')),
    dot({ color: 'black', size: 'l' }, [960, 204]),
  ];
}
