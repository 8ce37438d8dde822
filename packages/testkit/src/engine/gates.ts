import type { EditInput } from '@bridgeboard/domain';
import { checkRecord } from '@bridgeboard/domain/schema-check';
import { createTextCheck } from '@bridgeboard/domain/text-check';

const checkText = createTextCheck({ own: ['gloop'], off: [] });

/** What each edit goes through: tldraw's schema, and the text check of schools that look for one word of their own. */
export const gates: Pick<EditInput, 'check' | 'findIn'> = {
  check: checkRecord,
  findIn: (words) => checkText(words).map(({ kind }) => kind),
};
