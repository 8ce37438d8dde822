import { estimateWidth } from './advance.ts';
import type { Paragraph, Run } from './rich-text.ts';

/** One line as it is painted. */
export interface Line {
  runs: readonly Run[];
  width: number;
  isRightToLeft: boolean;
}

interface Piece extends Run {
  width: number;
}

/** More lines than fit on any note: the rest is not painted. */
const maxLines = 400;

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
/** After a space and before the next word, but not at a space that is meant to hold words together. */
const breakAfterSpace = /(?<=[^\S\u00A0\u202F])(?=\S|[\u00A0\u202F])/;
const anyLetter = /\p{L}/u;

/** The direction of a paragraph is that of its first letter, as browsers decide it too. */
function isRightToLeft(paragraph: Paragraph): boolean {
  for (const { text } of paragraph) {
    const letter = anyLetter.exec(text);
    if (letter) return rightToLeft.test(letter[0]);
  }
  return false;
}

/** Cuts a word that is broader than a whole line. */
function breakWord(piece: Piece, fontSize: number, maxWidth: number): Piece[] {
  if (piece.width <= maxWidth) return [piece];
  const parts: Piece[] = [];
  let text = '';
  let width = 0;
  for (const character of piece.text) {
    const step = estimateWidth(character, fontSize, piece.bold);
    if (text !== '' && width + step > maxWidth) {
      parts.push({ ...piece, text, width });
      text = '';
      width = 0;
    }
    text += character;
    width += step;
  }
  return [...parts, { ...piece, text, width }];
}

function splitPieces(paragraph: Paragraph, fontSize: number, maxWidth: number): Piece[] {
  return paragraph.flatMap((run) =>
    run.text.split(breakAfterSpace).flatMap((text) => {
      const width = estimateWidth(text.trimEnd(), fontSize, run.bold);
      return breakWord({ ...run, text, width }, fontSize, maxWidth);
    }),
  );
}

function closeLine(pieces: readonly Piece[], fontSize: number, isRtl: boolean): Line {
  const runs: Run[] = [];
  for (const { text, bold, italic } of pieces) {
    const last = runs.at(-1);
    if (last && last.bold === bold && last.italic === italic) last.text += text;
    else runs.push({ text, bold, italic });
  }
  for (let last = runs.at(-1); last; last = runs.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    runs.pop();
  }
  const width = runs.reduce((sum, run) => sum + estimateWidth(run.text, fontSize, run.bold), 0);
  return { runs, width, isRightToLeft: isRtl };
}

function wrapParagraph(paragraph: Paragraph, fontSize: number, maxWidth: number): Line[] {
  const isRtl = isRightToLeft(paragraph);
  const lines: Line[] = [];
  let line: Piece[] = [];
  let width = 0;
  for (const piece of splitPieces(paragraph, fontSize, maxWidth)) {
    if (line.length > 0 && width + piece.width > maxWidth) {
      lines.push(closeLine(line, fontSize, isRtl));
      line = [];
      width = 0;
    }
    line.push(piece);
    width += estimateWidth(piece.text, fontSize, piece.bold);
  }
  return [...lines, closeLine(line, fontSize, isRtl)];
}

/** Breaks paragraphs into lines no broader than `maxWidth` (Infinity: only where the writer did). */
export function wrapText(paragraphs: readonly Paragraph[], fontSize: number, maxWidth: number): Line[] {
  const width = Math.max(maxWidth, fontSize);
  return paragraphs.flatMap((paragraph) => wrapParagraph(paragraph, fontSize, width)).slice(0, maxLines);
}
