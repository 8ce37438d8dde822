import type { BoardRecord, Json } from '@bridgeboard/protocol';
import { createTLSchema } from '@tldraw/tlschema';
import type { RecordCheck } from '../gate/gate-record.ts';

/**
 * tldraw 3.15's own schema as the gate's last check. The one file outside the web app that imports tldraw (D8), under its
 * own subpath, so that only the server and the board page load it.
 */
const schema = createTLSchema();

/** The serialised schema that records are written in; kept with checkpoints, so that a later tldraw can migrate them. */
export const serializedSchema = schema.serialize() as unknown as Json;

/** Whether tldraw's schema takes this record as it is. */
export const checkRecord: RecordCheck = (record: BoardRecord) => {
  const type = Object.values(schema.types).find((known) => known.typeName === record.typeName);
  if (!type) return false;
  try {
    type.validate(record);
    return true;
  } catch {
    return false;
  }
};
