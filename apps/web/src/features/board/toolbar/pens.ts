import type { MessageId } from '../../../i18n/translate.ts';

/** tldraw's colour names in the order of our pen case, each with the name people give it. */
export const pens = [
  { color: 'black', label: 'board.pen.ink' },
  { color: 'blue', label: 'board.pen.blue' },
  { color: 'light-blue', label: 'board.pen.sky' },
  { color: 'light-green', label: 'board.pen.teal' },
  { color: 'green', label: 'board.pen.green' },
  { color: 'yellow', label: 'board.pen.sun' },
  { color: 'orange', label: 'board.pen.orange' },
  { color: 'red', label: 'board.pen.red' },
  { color: 'light-violet', label: 'board.pen.plum' },
  { color: 'violet', label: 'board.pen.violet' },
  { color: 'light-red', label: 'board.pen.brown' },
  { color: 'grey', label: 'board.pen.grey' },
] as const satisfies readonly { color: string; label: MessageId }[];

export const penSizes = [
  { size: 's', label: 'board.size.s', px: 4 },
  { size: 'm', label: 'board.size.m', px: 7 },
  { size: 'l', label: 'board.size.l', px: 11 },
  { size: 'xl', label: 'board.size.xl', px: 16 },
] as const satisfies readonly { size: string; label: MessageId; px: number }[];

export const fills = [
  { fill: 'none', label: 'board.fill.none' },
  { fill: 'semi', label: 'board.fill.paper' },
  { fill: 'solid', label: 'board.fill.pale' },
  { fill: 'fill', label: 'board.fill.full' },
] as const satisfies readonly { fill: string; label: MessageId }[];
