export { boundsOf } from './bounds.ts';
export { drawPicture } from './draw-picture.ts';
export type { Box } from './geometry.ts';
export { colorNames, palettes, type ThemeName } from './palette.ts';
export { textOf } from './text/rich-text.ts';
