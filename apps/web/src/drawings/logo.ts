import { fill, path } from './drawing.ts';
import type { Drawing } from './drawing.ts';

const teal = 'var(--accent, #0a736b)';
const amber = 'var(--wait, #e9a931)';

/** The bridge of two sticky notes, each with a folded corner, overlapping in the middle. */
export const logo: Drawing = {
  width: 48,
  height: 30,
  marks: [
    path('M0 4Q12 1 25.5.4V15C18 15 12 21 11.5 29.5L6 30 2 26.5z', fill(teal)),
    path('M48 4Q36 1 22.5.4V15C30 15 36 21 36.5 29.5L42 30l4-3.5z', fill(amber)),
    path('M22.5.4h3V15h-3z', fill('#9a7832')),
    path('M2 26.5l4.2-.5L6 30zM46 26.5l-4.2-.5L42 30z', { fill: '#000', fillOpacity: 0.22 }),
  ],
};
