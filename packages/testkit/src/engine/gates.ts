import type { EditInput, FindInText, TrustLevels } from '@bridgeboard/domain';
import { checkRecord } from '@bridgeboard/domain/schema-check';
import { createTextCheck } from '@bridgeboard/domain/text-check';
import { markOf } from '@bridgeboard/protocol';

const checkText = createTextCheck({ own: ['gloop'], off: [] });

/** Finds a word of their own, and what everybody looks for. */
export const findGloop: FindInText = (words) => checkText(words).map(markOf);

/** What each edit goes through: tldraw's schema, the text check of schools that look for a word of their own, and trust. */
export class Gates {
  /** What pupils are trusted with, by person. */
  readonly trust = new Map<string, TrustLevels>();

  of(person: string): Pick<EditInput, 'check' | 'findIn' | 'trust'> {
    return { check: checkRecord, findIn: findGloop, trust: this.trust.get(person) };
  }
}
