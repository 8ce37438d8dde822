import type { Connection } from 'mongoose';
import { CannotOpenStorage } from '../ports/errors.ts';
import { makeSchema } from './make-schema.ts';
import { upsert } from './upsert.ts';

/** Number of the way things are laid out in the database. A change that older versions would misread takes the next one. */
const layoutVersion = 1;

const shape = makeSchema<{ _id: string; version: number }>({ _id: String, version: Number });

/** Refuses a database that a newer version has written, and notes the layout in one that has none yet. */
export async function checkLayout(connection: Connection): Promise<void> {
  const layouts = connection.model('layouts', shape, 'layouts');
  const known = await layouts.findOne({ _id: 'layout' }).lean();
  if (known !== null && known.version > layoutVersion) {
    throw new CannotOpenStorage('The data were written by a newer version of Bridgeboard: start that version.');
  }
  if (known !== null) return;
  const note = { $setOnInsert: { version: layoutVersion } };
  await upsert(() => layouts.updateOne({ _id: 'layout' }, note, { upsert: true }));
}
