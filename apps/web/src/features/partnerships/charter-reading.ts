import type { CharterPage, SchoolBrief } from '@bridgeboard/protocol';

import type { CharterWish } from './partnerships-api.ts';

/** A charter as one member of staff of the own school reads it. */
export interface CharterReading {
  readonly page: CharterPage;
  readonly own: SchoolBrief;
  readonly now: number;
  /** Left out while something is on its way, and for whoever may not change anything. */
  readonly onWish: ((wish: CharterWish) => void) | undefined;
}

export type Proposal = CharterPage['proposals'][number];

/** What a person of a school is called in a sentence: by name, or by their school where no name is known. */
export function nameOf({ name, school }: Proposal['by'], page: CharterPage): string {
  if (name !== '') return name;
  return page.schools.find(({ id }) => id === school)?.shortName ?? '';
}
