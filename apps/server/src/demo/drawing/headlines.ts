import type { DemoShape } from './demo-piece.ts';
import { words } from './paper.ts';
import { stroke } from './pen.ts';
import { way } from './way.ts';

const middle = { x: 270, w: 560, align: 'middle' } as const;

/** The question of the lesson, from the teacher in Leeds. */
export function askInEnglish(): DemoShape[] {
  return [
    words({ color: 'black', ...middle, y: 74, text: '*What does our river give us?*', fontSize: 31 }),
    stroke(
      { color: 'yellow', size: 'm', scale: 0.8 },
      way('371,162 405,160 450,157 500,160 552,163 600,161 655,158 695,160 728,162'),
    ),
  ];
}

/** The same question from the teacher in Kano. */
export function askInHausa(): DemoShape[] {
  return [words({ color: 'light-green', ...middle, y: 117, text: 'Me koginmu yake ba mu?', fontSize: 26 })];
}
