export { boundsOf } from './bounds.ts';
export { drawPicture, frameOfPage } from './draw-picture.ts';
export type { Box } from './geometry.ts';
export { colorNames, palettes, type ThemeName } from './palette.ts';
export { noteGrowth } from './shapes/draw-note.ts';
export { noteSize } from './sizes.ts';
export { textOf } from './text/rich-text.ts';
