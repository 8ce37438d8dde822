import { isFields, readFields, readList, readText, type Fields } from '../read-field.ts';

/** A piece of text in one manner of writing. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
}

/** Runs between two hard ends of line. */
export type Paragraph = readonly Run[];

/** More text than a board's limits let through is cut, so that one record cannot blow up a picture. */
const maxCharacters = 20_000;
const maxDepth = 12;

interface Reading {
  paragraphs: Run[][];
  left: number;
}

function addText(reading: Reading, node: Fields): void {
  const marks = readList(node['marks']).map((mark) => readFields(mark)['type']);
  const text = readText(node['text']).slice(0, reading.left);
  reading.left -= text.length;
  text.split(/\r\n|\r|\n/).forEach((line, at) => {
    if (at > 0) reading.paragraphs.push([]);
    if (line === '') return;
    const run = { text: line, bold: marks.includes('bold'), italic: marks.includes('italic') };
    reading.paragraphs.at(-1)?.push(run);
  });
}

function addBullet(reading: Reading, list: Fields, at: number): void {
  const text = list['type'] === 'orderedList' ? `${at + 1}. ` : '• ';
  reading.paragraphs.push([{ text, bold: false, italic: false }]);
}

function readBlocks(reading: Reading, node: Fields, depth: number): void {
  if (depth > maxDepth || reading.left <= 0) return;
  const isList = node['type'] === 'bulletList' || node['type'] === 'orderedList';
  readList(node['content']).forEach((child, at) => {
    if (!isFields(child)) return;
    const type = child['type'];
    if (type === 'text') {
      if (reading.paragraphs.length === 0) reading.paragraphs.push([]);
      addText(reading, child);
    } else if (type === 'hardBreak') {
      reading.paragraphs.push([]);
    } else {
      // A list item's first paragraph goes on behind the bullet instead of starting a line.
      if (isList) addBullet(reading, node, at);
      else if (node['type'] !== 'listItem' || at > 0) startBlock(reading, child);
      readBlocks(reading, child, depth + 1);
    }
  });
}

function startBlock(reading: Reading, block: Fields): void {
  const type = block['type'];
  if (type === 'paragraph' || type === 'heading' || type === 'codeBlock') reading.paragraphs.push([]);
}

/** The paragraphs of a shape's `richText`, or of its plain `text` where it has no rich one. */
export function paragraphsOf(props: Fields): Paragraph[] {
  const reading: Reading = { paragraphs: [], left: maxCharacters };
  if (isFields(props['richText'])) {
    readBlocks(reading, props['richText'], 0);
  } else if (typeof props['text'] === 'string') {
    reading.paragraphs.push([]);
    addText(reading, { text: props['text'] });
  }
  return reading.paragraphs;
}

/**
 * The words a record shows, one line a paragraph: of a shape its text, of a frame its name, of an image what it says of it, of a comment
 * what it says.
 * Empty for anything that shows none. Never throws.
 */
export function textOf(record: unknown): string {
  const fields = readFields(record);
  const props = readFields(fields['props']);
  const lines = paragraphsOf(props).map((runs) => runs.map((run) => run.text).join(''));
  const text = lines.join('\n').trim();
  const others = [props['name'], props['altText'], fields['text']].map((words) => readText(words).trim());
  return [text, ...others].find((words) => words !== '') ?? '';
}
