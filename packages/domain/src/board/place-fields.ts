import type { FieldName } from '@bridgeboard/protocol';

/** Fields that say where a shape stands. */
export const positionFields = ['x', 'y', 'rotation', 'parentId'] as const;

/** The same with the order: these mean something only together, a place in one container must not be mixed with that in another. */
export const placeFields: ReadonlySet<FieldName> = new Set([...positionFields, 'index']);
