import { fontStack, type FontName } from '../fonts.ts';
import type { Box } from '../geometry.ts';
import { lineHeight } from '../sizes.ts';
import { element, escapeText } from '../xml.ts';
import type { Run } from './rich-text.ts';
import type { Line } from './wrap-text.ts';

export type Align = 'start' | 'middle' | 'end';

export interface TextBlock {
  lines: readonly Line[];
  /** The lines are laid out in here; they may hang out of it where they do not fit. */
  box: Box;
  fontSize: number;
  font: FontName;
  color: string;
  align: Align;
  verticalAlign: Align;
  /** A rim of this colour keeps letters readable over a drawing. */
  rim?: string;
}

/** How far below the middle of its line box a letter of the board's hand stands, by font size. */
const baselineShare = 0.35;

const shares: Record<Align, number> = { start: 0, middle: 0.5, end: 1 };

/** "start-legacy" and the like are old names of the same three. */
export function alignOf(value: unknown): Align {
  const name = typeof value === 'string' ? value.replace('-legacy', '') : '';
  return name === 'start' || name === 'end' ? name : 'middle';
}

export function heightOf(lines: readonly Line[], fontSize: number): number {
  return lines.length * fontSize * lineHeight;
}

function drawRun(run: Run): string {
  const text = escapeText(run.text);
  if (!run.bold && !run.italic) return text;
  const weight = run.bold ? 700 : undefined;
  const style = run.italic ? 'italic' : undefined;
  return element('tspan', { 'font-weight': weight, 'font-style': style }, text);
}

/** tldraw's "start" is the left side in every script; SVG's is where a line begins to be read. */
function anchorOf(line: Line, align: Align): string | undefined {
  if (align === 'middle') return align;
  const isLeft = align === 'start';
  return isLeft === line.isRightToLeft ? 'end' : undefined;
}

function drawLine(line: Line, block: TextBlock, y: number): string {
  const content = line.runs.map(drawRun).join('');
  if (content === '') return '';
  return element(
    'text',
    {
      x: block.box.x + block.box.w * shares[block.align],
      y,
      'text-anchor': anchorOf(line, block.align),
      direction: line.isRightToLeft ? 'rtl' : undefined,
      'unicode-bidi': line.isRightToLeft ? 'embed' : undefined,
    },
    content,
  );
}

/** Lines of text as plain SVG text, aligned in their box. */
export function drawLines(block: TextBlock): string {
  const { lines, box, fontSize } = block;
  const top = box.y + (box.h - heightOf(lines, fontSize)) * shares[block.verticalAlign];
  const drawn = lines.map((line, at) => {
    const middle = top + (at + 0.5) * fontSize * lineHeight;
    return drawLine(line, block, middle + fontSize * baselineShare);
  });
  const content = drawn.join('');
  if (content === '') return '';
  return element(
    'g',
    {
      'font-family': fontStack(block.font),
      'font-size': fontSize,
      fill: block.color,
      stroke: block.rim,
      'stroke-width': block.rim === undefined ? undefined : Math.min(4, fontSize / 6),
      'stroke-linejoin': block.rim === undefined ? undefined : 'round',
      'paint-order': block.rim === undefined ? undefined : 'stroke',
    },
    content,
  );
}
