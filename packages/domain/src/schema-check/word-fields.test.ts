import type { BoardRecord, Json } from '@bridgeboard/protocol';
import { arrowBindingProps, defaultShapeSchemas } from '@tldraw/tlschema';
import { describe, expect, test } from 'vitest';

import { applyFields, splitFields } from '../board/fields.ts';
import { wordFields } from '../gate/check-words.ts';
import { gateRecord, shapeTypes } from '../gate/gate-record.ts';
import { checkRecord } from './schema-check.ts';

/** What all of tldraw's validators offer, those of styles too. */
interface Validator {
  validate(value: unknown): unknown;
}

function isTaken(validator: Validator, value: Json): boolean {
  try {
    validator.validate(value);
    return true;
  } catch {
    return false;
  }
}

const paragraph: Json = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }] };
const line: Json = { a1: { id: 'a1', index: 'a1', x: 0, y: 0 }, a2: { id: 'a2', index: 'a2', x: 1, y: 1 } };
const words = 'call me on Sunday';
/** Values to try on a field until its validator takes one. */
const candidates: readonly Json[] = [
  paragraph,
  [{ type: 'free', points: [{ x: 0, y: 0, z: 0.5 }] }],
  line,
  { x: 0.5, y: 0.5 },
  { topLeft: { x: 0, y: 0 }, bottomRight: { x: 1, y: 1 } },
  1,
  true,
  '',
  'black',
  'draw',
  'm',
  'none',
  'middle',
  'start',
  'rectangle',
  'line',
  'arc',
  'end',
  'edge',
  `asset:${'a'.repeat(21)}`,
];

function sampleProps(validators: object): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(validators as Record<string, Validator>).map(([name, validator]) => {
      const value = candidates.find((candidate) => isTaken(validator, candidate));
      if (value === undefined) throw new Error(`nothing to try on ${name}`);
      return [name, value];
    }),
  );
}

const id = (kind: string): string => `${kind}:${'a'.repeat(21)}`;
const shapes = [...shapeTypes].map((type): BoardRecord => {
  const schema = Object.entries(defaultShapeSchemas).find(([name]) => name === type)?.[1];
  const place = { x: 1, y: 1, rotation: 0, index: 'a1', parentId: 'page:page', isLocked: false, opacity: 1, meta: {} };
  return { id: id('shape'), typeName: 'shape', type, ...place, props: sampleProps(schema?.props ?? {}) };
});
const others: BoardRecord[] = [
  {
    id: id('binding'),
    typeName: 'binding',
    type: 'arrow',
    fromId: id('shape'),
    toId: id('shape'),
    meta: {},
    props: sampleProps(arrowBindingProps),
  },
  { id: id('page'), typeName: 'page', name: '', index: 'a1', meta: {} },
  { id: 'document:document', typeName: 'document', name: '', gridSize: 10, meta: {} },
  { id: id('comment'), typeName: 'comment', about: id('shape'), text: 'How many?', meta: {} },
  { id: id('reaction'), typeName: 'reaction', about: id('shape'), sign: 'heart', meta: {} },
];

/** Every place in a value where a text stands or could stand, keys of dictionaries too, with the words put there. */
function* withWords(value: Json): Iterable<Json> {
  if (typeof value === 'string') yield words;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [i, inner] of value.entries()) for (const next of withWords(inner)) yield value.with(i, next);
    yield [...value, words];
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    for (const next of withWords(inner)) yield { ...value, [key]: next };
    const { [key]: moved, ...rest } = value;
    yield { ...rest, [words]: moved ?? null };
  }
  yield { ...value, [words]: words };
  yield { ...value, say: words };
}

const gate = (record: BoardRecord): string | null => gateRecord(record, { role: 'pupil', check: checkRecord });

describe('D11: one register for every field that can carry words', () => {
  test('[D11] the gate takes the samples that this test varies', () => {
    for (const record of [...shapes, ...others]) expect(gate(record), record.id + String(record['type'])).toBeNull();
  });

  test.each([...shapes, ...others].map((record) => [String(record['type'] ?? record.typeName), record] as const))(
    '[D11] of %s, words pass nowhere but in the fields of the register',
    (kind, record) => {
      const known = wordFields[record.typeName === 'shape' ? kind : record.typeName] ?? [];
      const takes = (fields: Record<string, Json>): boolean => gate(applyFields(record, fields)) === null;
      for (const [name, value] of Object.entries(splitFields(record))) {
        const isOpen = takes({ [name]: words }) || [...withWords(value)].some((next) => takes({ [name]: next }));
        expect(isOpen, `${kind} takes words in ${name}`).toBe(known.includes(name));
      }
      for (const name of ['say', 'props.say', 'meta', 'props.url', ...(kind === 'image' ? [] : ['props.altText'])]) {
        expect(takes({ [name]: words }) || takes({ [name]: { say: words } }), `${kind} takes ${name}`).toBe(false);
      }
    },
  );

  test('[D11] of rich text, only text nodes carry words', () => {
    const note = shapes.find((record) => record['type'] === 'note');
    if (!note) throw new Error('no note among the shapes');
    const everything: Json = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { dir: 'auto', level: 1 }, content: [{ type: 'hardBreak' }] },
        {
          type: 'orderedList',
          attrs: { start: 1, type: null },
          content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
        },
      ],
    };
    expect(gate(applyFields(note, { 'props.richText': everything }))).toBeNull();
    for (const next of withWords(everything))
      expect(gate(applyFields(note, { 'props.richText': next })), JSON.stringify(next)).not.toBeNull();
  });
});
