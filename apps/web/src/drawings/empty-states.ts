import { circle, fill, group, line, path, rect } from './drawing.ts';
import type { Drawing, Mark } from './drawing.ts';

const shadow = { fill: '#000', fillOpacity: 0.12 };

/** A sticky note with its lower corner lifted; `place` puts and turns it. */
function note(paper: string, place: string, marks: readonly Mark[] = []): Mark {
  return group({ transform: place }, [
    path('M-25 27Q0 33 27 25L26-26-25-26z', shadow),
    path('M-26-26H26V18L18 26H-26z', fill(paper)),
    path('M26 18L18 26 17 17z', { fill: '#000', fillOpacity: 0.14 }),
    ...marks,
  ]);
}

const tick = path('M-11 1L-3 9 12-9', line('var(--accent)', 5));

/** The queue is done: the tray is empty and the notes hang on the line between two banks. */
export const allDone: Drawing = {
  width: 220,
  height: 112,
  marks: [
    path('M8 22Q110 62 212 22', line('var(--pen-brown)', 2.8)),
    path('M8 8V44M212 8V44', line('var(--pen-brown)', 4)),
    note('var(--note-sky)', 'translate(52 70) rotate(4)', [
      path('M-14-8Q-4-16 4-8T16-8M-14 6Q-4-2 4 6T16 6', line('var(--pen-blue)', 3)),
    ]),
    note('var(--note-sun)', 'translate(110 78) rotate(-2)', [tick]),
    note('var(--note-leaf)', 'translate(168 70) rotate(-5)', [
      circle([0, 2, 9], line('var(--pen-green)', 3)),
      path('M0-14v-4M0 22v-4M16 2h4M-20 2h4', line('var(--pen-green)', 3)),
    ]),
    group(fill('var(--pen-red)'), [
      rect([48, 38, 6, 12, 2], {}),
      rect([107, 46, 6, 12, 2], {}),
      rect([165, 38, 6, 12, 2], {}),
    ]),
  ],
};

/** No boards yet: an empty sheet, a pencil and one note to begin with. */
export const blankBoard: Drawing = {
  width: 220,
  height: 140,
  marks: [
    path('M30 22Q110 16 192 22L196 116Q110 124 26 116z', {
      ...fill('var(--canvas)'),
      stroke: 'var(--edge)',
      strokeWidth: 2,
      strokeLinejoin: 'round',
    }),
    path('M50 92Q66 62 84 82T120 74', line('var(--pen-blue)', 4)),
    group({ transform: 'translate(124 72) rotate(38)' }, [
      path('M0 0L-6-13V-56Q-6-60 0-60T6-56V-13z', fill('var(--pen-sun)')),
      path('M0 0L-6-13H6z', fill('var(--marker-clay)')),
      path('M0 0L-2.6-5.6H2.6z', fill('var(--pen-ink)')),
      rect([-6, -60, 12, 9, 3], fill('var(--pen-red)')),
    ]),
    note('var(--note-rose)', 'translate(62 54) rotate(-5) scale(.72)'),
  ],
};

/** Nobody is waiting: a door that stands open to an empty path. */
export const emptyDoorway: Drawing = {
  width: 220,
  height: 140,
  marks: [
    path('M84 124V44Q84 20 110 20T136 44V124z', {
      ...fill('var(--note-sky)'),
      stroke: 'var(--pen-brown)',
      strokeWidth: 4,
      strokeLinejoin: 'round',
    }),
    path('M98 124Q104 96 108 76H114Q116 96 126 124z', fill('var(--marker-clay)')),
    circle([122, 50, 8], fill('var(--pen-sun)')),
    path('M84 124V44Q84 20 110 20L78 32Q62 38 62 56V132z', {
      ...fill('var(--accent)'),
      stroke: 'var(--pen-brown)',
      strokeWidth: 3,
      strokeLinejoin: 'round',
    }),
    circle([77, 84, 3], fill('var(--wait)')),
    path('M30 124H192M40 132h30M150 132h26', line('var(--pen-green)', 3)),
    path('M164 124q-2-14-9-20M166 124q0-18 3-28M168 124q3-12 9-18', line('var(--pen-green)', 2.8)),
  ],
};
