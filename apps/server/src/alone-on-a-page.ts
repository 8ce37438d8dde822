import type { BoardRecord } from '@bridgeboard/protocol';

/** The page that they stand on. */
export const alonePage = 'page:page';

/** Shapes to be drawn with nothing around them: on a page of their own, in what stands among them and in nothing else; with the pictures that they show, by ids of records. */
export function aloneOnAPage(shapes: readonly BoardRecord[], pictures: Iterable<string>): BoardRecord[] {
  const paper = { id: alonePage, typeName: 'page', name: '', index: 'a1', meta: {} };
  const ids = new Set(shapes.map(({ id }) => id));
  const placed = shapes.map((one) => (ids.has(String(one['parentId'])) ? one : { ...one, parentId: alonePage }));
  const assets = [...new Set(pictures)].map((id) => ({ id, typeName: 'asset' }));
  return [paper, ...placed, ...assets];
}
