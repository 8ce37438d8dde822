import { viewDigest } from '@bridgeboard/domain';
import * as protocol from '@bridgeboard/protocol';

import { note, pen } from './socket-examples.ts';

const stamp = { by: '0.17', reach: 'held', at: 1795000000000 } as const;

const packed = protocol.packRecord(structuredClone(pen));

/** How numbers travel that there are many of, and how a client finds that it has gone astray. */
export const codings: readonly string[] = [
  '## Strokes',
  '',
  'A stroke (shape type `draw` or `highlight`) is a list of points, each with `x`, `y` (pixels, relative to the shape) and `z` (pressure), kept',
  'to a hundredth. In records from the server they travel packed: a segment has `line`, a text, in place of `points`: the base64 VLQ (as in source maps) of three integers a',
  'point, in hundredths: the first point itself, then the step to the second, then for each further point how much its step differs from the step before. A segment that cannot be packed keeps its',
  '`points`. So this',
  '',
  '```json',
  JSON.stringify(pen.props.segments),
  '```',
  '',
  'travels, in `put`, in `set` (field `props.segments`) and in the snapshot, as',
  '',
  '```json',
  JSON.stringify((packed['props'] as unknown as typeof pen.props).segments),
  '```',
  '',
  'A stroke that grows at its end travels in `grow`: `[pen, dx, dy, dz, dx, dy, dz, …]`, in hundredths, the first triple relative to the last point the stroke had.',
  'The points join the last segment. `pen` is the id of the shape, or the number that `pens` gave it (`[number, id]`, from then on for this `viewRun`; also in the snapshot and, with',
  '`unchanged`, in `joined`). These numbers are plain. To draw: `create` the shape with its first point, then send `append` with the new points about 20 times a second, then `update` with `props.isComplete` true.',
  'The server takes no packed segments. At most 600 points a stroke.',
  '',
  '## Pointers',
  '',
  '`pointers` names those who are new, turned a page, selected something else or look at another part of it, with whole pixels and a number `n`; `moves` are three integers a pointer, `n`, `dx`, `dy`, in',
  'pixels since this view was told last; `gone` lists numbers that are free again. Your own pointer is among them: its `key` is the `cursor` of `joined`.',
  '',
  '## Digests',
  '',
  '`check` is there to find faults: a client that has strayed fetches the snapshot, or for its own part connects anew. One that has no use for it leaves it out of `resume`, and is sent a snapshot',
  'where another would be told `unchanged`. It is a plain sum, in base 36 (digits and small letters), of one hash of 32 bits for each of these, in any order:',
  '',
  '- of a shared view, in `frame.check` and `resume.check`: each `{ record, stamp }`, strokes with their `points`, and each open case;',
  "- of one's own part, in `private.check`: each own `{ record, stamp }`, the id of each record that `hide` took out, and each own case, open or over.",
  '',
  'Hashes are unsigned; `*` is a product modulo 2^32 (`Math.imul`), `>>>` a shift that fills with zeros.',
  '',
  '- `stir(a, b)`: `h = (a * 31) ^ b`, `h = (h ^ (h >>> 16)) * 0x85ebca6b`, `h = (h ^ (h >>> 13)) * 0xc2b2ae35`, then `h ^ (h >>> 16)`.',
  '- A text: FNV-1a over its UTF-16 units: from `0x811c9dc5`, for each unit `h = (h ^ unit) * 0x01000193`. `true`, `false` and `null` are the texts of these names.',
  '- A number: as a double of 64 bits, -0 as 0: `stir(lower half, upper half)`.',
  '- A list: from `0x2545f491`, for each member `h = stir(h, hash of the member)`.',
  '- An object: the sum modulo 2^32 of `stir(hash of the key, hash of the value)`, whatever the order of keys; then `stir(0x9e3779b9, sum)`.',
  '',
  `The note of \`private\` above with its stamp comes to \`${digestOf(note)}\`, the stroke of "Strokes" with the same stamp to \`${digestOf(pen)}\`:`,
  '',
  '```json',
  JSON.stringify({ record: pen, stamp }),
  '```',
  '',
];

function digestOf(record: typeof note | typeof pen): string {
  return viewDigest([{ record, stamp }], []);
}
