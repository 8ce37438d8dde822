import type { EditInput, FindInText } from '@bridgeboard/domain';
import { checkRecord } from '@bridgeboard/domain/schema-check';
import { createTextCheck } from '@bridgeboard/domain/text-check';

const checkText = createTextCheck({ own: ['gloop'], off: [] });

/** Finds a word of their own, and what everybody looks for. */
export const findGloop: FindInText = (words) => checkText(words).map(({ kind }) => kind);

/** What each edit goes through: tldraw's schema, and the text check of schools that look for one word of their own. */
export const gates: Pick<EditInput, 'check' | 'findIn'> = {
  check: checkRecord,
  findIn: findGloop,
};
