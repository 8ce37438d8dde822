import type { TextCheck } from '@bridgeboard/domain/text-check';
import { textOf } from '@bridgeboard/picture';
import {
  isRemarkId,
  reactionSigns,
  type BoardRecord,
  type QueueItem,
  type Remark,
  type ViewItem,
} from '@bridgeboard/protocol';

import { excerptOf, excerptWithFinds } from './case-excerpt.ts';

const kinds: Readonly<Record<string, QueueItem['kind']>> = { note: 'note', text: 'text', image: 'picture' };

function kindOf(shapes: readonly BoardRecord[]): QueueItem['kind'] {
  const found = new Set(shapes.map((shape) => kinds[String(shape['type'])] ?? 'drawing'));
  return found.size === 1 ? ([...found][0] ?? 'mixed') : 'mixed';
}

/** CO10: what is said in a case, with the piece that each is about. */
function remarksOf(records: readonly BoardRecord[], view: ReadonlyMap<string, ViewItem>): Remark[] {
  return records.flatMap((record): Remark[] => {
    const { about, text, sign } = record;
    if (!isRemarkId(record.id)) return [];
    const piece = view.get(String(about))?.record;
    const given = reactionSigns.find((known) => known === sign) ?? null;
    return [
      { text: typeof text === 'string' ? text : null, sign: given, about: excerptOf(piece ? [textOf(piece)] : []) },
    ];
  });
}

/** What is in these records, as a list tells it before anybody has seen the picture. */
export function contentOf(
  ids: readonly string[],
  how: { readonly view: ReadonlyMap<string, ViewItem>; readonly check: TextCheck },
): Pick<QueueItem, 'kind' | 'marks' | 'words' | 'found' | 'remarks'> {
  const records = ids.flatMap((id) => how.view.get(id)?.record ?? []);
  const shapes = records.filter(({ typeName }) => typeName === 'shape');
  const remarks = remarksOf(records, how.view);
  return {
    kind: shapes.length === 0 && remarks.length > 0 ? 'text' : kindOf(shapes),
    marks: shapes.length + remarks.length,
    ...excerptWithFinds([...shapes.map(textOf), ...remarks.map(({ text }) => text ?? '')], how.check),
    remarks,
  };
}
