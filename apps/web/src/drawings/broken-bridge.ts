import { fill, group, line, path } from './drawing.ts';
import type { Drawing, Mark } from './drawing.ts';

const half: readonly Mark[] = [
  path('M14 58Q85 37 151 28.5L157 79C112 88 80 126 80 178L59 181 32 160Q20 105 14 58z', {}),
  path('M32 160L58 154 59 181z', { fill: '#000', fillOpacity: 0.2 }),
];

/** The bridge with its middle gone: for pages that cannot go on. */
export const brokenBridge: Drawing = {
  width: 390,
  height: 220,
  marks: [
    path(
      'M0 145C50 145 90 139 135 139 180 139 210 153 262 153 310 153 340 145 390 145V219C290 222 190 216 100 218 60 219 30 220 0 219z',
      fill('var(--marker-water)'),
    ),
    path(
      'M166 173q7-3 13-2t13 2M235 184q7-3 13-2t13 1M109 201q7-3 13-2t13 1M194 199q7-3 13-2t13 1M335 191q7-3 13-2t13 1M50 182q7-3 13-2t14 1',
      line('var(--pen-sky)', 2),
    ),
    group(fill('var(--accent)'), half),
    group({ ...fill('var(--wait)'), transform: 'matrix(-1 0 0 1 390 0)' }, half),
    path('M195 13V33M172 25L186 39M218 26L204 39', line('var(--pen-ink)', 3)),
  ],
};
