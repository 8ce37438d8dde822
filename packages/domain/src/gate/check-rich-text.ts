import type { ErrorCode, Json, BoardRole } from '@bridgeboard/protocol';
import { isObject } from '../board/fields.ts';
import { fits } from './fits.ts';
import { limits } from './limits.ts';

const blocks = ['paragraph', 'heading', 'bulletList', 'orderedList'] as const;
const inline = ['text', 'hardBreak'] as const;

/**
 * The nodes that tldraw 3.15's editor knows, and what may stand in each: one unknown node, or a known one in a wrong place,
 * throws in every browser that draws the shape (SEC-18).
 */
const nodes: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['doc', blocks],
  ['bulletList', ['listItem']],
  ['orderedList', ['listItem']],
  ['listItem', blocks],
  ['paragraph', inline],
  ['heading', inline],
  ['text', []],
  ['hardBreak', []],
]);
/** Nodes that cannot be empty. */
const filled: ReadonlySet<string> = new Set(['doc', 'bulletList', 'orderedList', 'listItem']);

/** No `link`: an address in a child's note is words to be read, not a way out (SG-31). */
const markTypes: ReadonlySet<string> = new Set(['bold', 'italic', 'strike', 'code', 'highlight']);
const nodeKeys: ReadonlySet<string> = new Set(['type', 'content', 'text', 'marks', 'attrs']);
const markKeys: ReadonlySet<string> = new Set(['type', 'attrs']);

/** Attributes say how a node looks. Each has a few known values, so that none can carry words (D11). */
const attributes: ReadonlyMap<string, (value: Json) => boolean> = new Map([
  ['dir', (value: Json) => value === null || value === 'auto' || value === 'ltr' || value === 'rtl'],
  ['level', (value: Json) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 6],
  ['start', (value: Json) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 9_999],
  ['type', (value: Json) => value === null],
  ['color', (value: Json) => value === null],
]);

interface Found {
  nodes: number;
  /** All text, and the same with its blocks apart, for runs that no space breaks. */
  length: number;
  text: string;
}

/** Rich text made of known nodes and marks only, in known places, of bounded size. */
export function checkRichText(doc: Json, role: BoardRole): ErrorCode | null {
  const found: Found = { nodes: 0, length: 0, text: '' };
  if (!isNode(doc, { allowed: ['doc'], depth: 0 }, found)) return 'BAD_RICHTEXT';
  if (found.nodes > limits[role].richTextNodes) return 'BAD_RICHTEXT';
  return found.length <= limits[role].textLength && fits(found.text, Infinity) ? null : 'TEXT_TOO_LONG';
}

function isNode(node: Json, at: { allowed: readonly string[]; depth: number }, found: Found): boolean {
  if (!isObject(node) || at.depth > limits.both.richTextDepth) return false;
  const { type, text, content } = node;
  if (typeof type !== 'string' || !at.allowed.includes(type) || !isMadeWell(type, node)) return false;
  found.nodes += 1;
  found.text += typeof text === 'string' ? text : '\n';
  found.length += typeof text === 'string' ? text.length : 0;
  const inside = { allowed: nodes.get(type) ?? [], depth: at.depth + 1 };
  return content === undefined || (Array.isArray(content) && content.every((child) => isNode(child, inside, found)));
}

function isMadeWell(type: string, node: { [key: string]: Json }): boolean {
  const { text, content, marks, attrs } = node;
  if (Object.keys(node).some((key) => !nodeKeys.has(key))) return false;
  if (!isText(type, text) || (filled.has(type) && !isFilled(content))) return false;
  return areMarks(type, marks) && areAttributes(attrs);
}

/** The editor throws on an empty text node, and on text anywhere else. */
function isText(type: string, text: Json | undefined): boolean {
  return type === 'text' ? typeof text === 'string' && text !== '' : text === undefined;
}

function isFilled(content: Json | undefined): boolean {
  return Array.isArray(content) && content.length > 0;
}

/** Marks stand on text, each at most once: a thousand of them would be a thousand elements around one letter. */
function areMarks(type: string, marks: Json | undefined): boolean {
  if (marks === undefined) return true;
  if (type !== 'text' || !Array.isArray(marks) || !marks.every(isMark)) return false;
  return new Set(marks.map((mark) => isObject(mark) && mark['type'])).size === marks.length;
}

function isMark(mark: Json): boolean {
  if (!isObject(mark) || Object.keys(mark).some((key) => !markKeys.has(key))) return false;
  return typeof mark['type'] === 'string' && markTypes.has(mark['type']) && areAttributes(mark['attrs']);
}

function areAttributes(attrs: Json | undefined): boolean {
  if (attrs === undefined) return true;
  return isObject(attrs) && Object.entries(attrs).every(([name, value]) => attributes.get(name)?.(value) ?? false);
}
