import { gateRecord, shapeTypes } from '@bridgeboard/domain';
import { checkRecord } from '@bridgeboard/domain/schema-check';
import { reactionSigns, type BoardRecord, type Fields } from '@bridgeboard/protocol';
import { binding, comment, page, reaction, recordIdOf, shape } from '@bridgeboard/testkit';

const kinds = ['note', 'text', 'geo', 'draw', 'highlight', 'line', 'arrow', 'frame', 'group', 'image'] as const;

/** What records look like: one of each kind, as the gate takes it. */
export function recordsSection(): string[] {
  if (kinds.length !== shapeTypes.size)
    throw new Error('the reference shows other kinds of shapes than the gate takes');
  const arrow = shape('arrow', 'Ax3mQ9rT1zVw8sLp0bYc4');
  const asset = recordIdOf('asset', 'Yx3mQ9rT1zVw8sLp0bYc4');
  const shows = (kind: string): Fields => (kind === 'image' ? { 'props.assetId': asset } : {});
  const shapes = kinds.map((kind) => shape(kind, `${kind}-Xk3mQ9rT1zVw8sLp0`, shows(kind)));
  const held = binding('Bx3mQ9rT1zVw8sLp0bYc4', { arrow: arrow.id, to: shapes[0]?.id ?? '' });
  const about = shapes[0]?.id ?? '';
  const said = [comment('Cx3mQ9rT1zVw8sLp0bYc4', about), reaction('Rx3mQ9rT1zVw8sLp0bYc4', about)];
  const records = [...shapes, held, ...said, page('Px3mQ9rT1zVw8sLp0bYc4', { name: 'Second page' })];
  for (const record of records) {
    const wrong = gateRecord(record, { role: 'staff', check: checkRecord });
    if (wrong) throw new Error(`the example of ${String(record['type'] ?? record.typeName)} is refused: ${wrong}`);
  }
  return [
    '## Records',
    '',
    'Records are those of tldraw 3.15, all fields given; the snapshot names the versions in `schema`. Comments and reactions are records of our own beside them. What is special here:',
    '',
    '- `id` is the kind, a colon and 21 characters of `A-Z a-z 0-9 _ -`, random and never used before: an id in use, by whomever, is refused with BAD_ID. The first page is `page:page`, the document `document:document`; each board has both.',
    '- `meta` is `{}`, `isLocked` is for staff, `props.url` is `""`. Author, school, reach and time are the server\'s and stand in `stamp`, beside the record.',
    '- `index` is an order key as `fractional-indexing` makes them (`a1`, `a1V`, …). What is let out gets a new one from the server.',
    '- `parentId` is a page or a frame, or a group of the same author. A pupil changes own records only, unless `private.you.level` is `all`.',
    "- An image shows a picture by `props.assetId`: `asset:` and the id that `PUT /api/boards/:board/pictures/:upload` answered, or one that an image on the board shows already; else BAD_ASSET. The record of the picture, with `src` as `/a/` and the id, is the server's, and is in a view only with an image.",
    '- A comment or a reaction names by `about` the shape, no group, that it is about; `sign` is one of ' +
      reactionSigns.map((sign) => `\`${sign}\``).join(', ') +
      '. Neither ever changes.',
    '- A group is made in one edit: `create` the group, then `update` the `parentId` of at least two shapes. An arrow is bound by a binding from it to a shape.',
    '',
    'One of each, one a line; anything else is refused with NOT_SUPPORTED:',
    '',
    '```json',
    ...records.map((record: BoardRecord) => JSON.stringify(record)),
    '```',
    '',
  ];
}
