import type { DemoShape } from './demo-piece.ts';
import type { Color } from './pen.ts';

type RichText = { type: 'doc'; content: Paragraph[] };
type Paragraph = { type: 'paragraph'; content: Words[] };
type Words = { type: 'text'; text: string; marks?: { type: 'bold' }[] };

function degrees(angle: number): number {
  return (angle * Math.PI) / 180;
}

/** Words with *starred* ones in bold, as rich text; one paragraph a line. */
function richText(text: string): RichText {
  const content = text.split('\n').map((line) => ({
    type: 'paragraph' as const,
    content: line
      .split(/(\*[^*]+\*)/)
      .filter((part) => part !== '')
      .map(toWords),
  }));
  return { type: 'doc', content };
}

function toWords(part: string): Words {
  if (!part.startsWith('*')) return { type: 'text', text: part };
  return { type: 'text', text: part.slice(1, -1), marks: [{ type: 'bold' }] };
}

export interface NotePlace {
  x: number;
  y: number;
  /** Degrees, clockwise. */
  tilt?: number;
  /** 1 is tldraw's own note of 200 by 200 units. */
  scale?: number;
  size?: 's' | 'm' | 'l' | 'xl';
}

/** A sticky note, tilted about its upper left corner. */
export function note(color: Color, text: string, place: NotePlace): DemoShape {
  const { x, y, tilt = 0, scale = 0.72, size = 'm' } = place;
  return {
    type: 'note',
    x,
    y,
    rotation: degrees(tilt),
    props: {
      color,
      labelColor: 'black',
      size,
      font: 'draw',
      fontSizeAdjustment: 0,
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      url: '',
      richText: richText(text),
      scale,
    },
  };
}

export interface TypedWords {
  color: Color;
  x: number;
  y: number;
  text: string;
  /** Height of the letters' font in page units. */
  fontSize: number;
  tilt?: number;
  /** Breadth to align in; without it the text is as broad as its words. */
  w?: number;
  align?: 'start' | 'middle' | 'end';
}

/** Typed words on the board itself. */
export function words(options: TypedWords): DemoShape {
  const { color, x, y, text, fontSize, tilt = 0, w, align = 'start' } = options;
  const scale = Math.round((fontSize / 24) * 100) / 100;
  return {
    type: 'text',
    x,
    y,
    rotation: degrees(tilt),
    props: {
      color,
      size: 'm',
      font: 'draw',
      textAlign: align,
      // tldraw multiplies the width of a text by its scale.
      w: Math.round((w ?? text.length * fontSize * 0.6) / scale),
      richText: richText(text),
      scale,
      autoSize: w === undefined,
    },
  };
}
