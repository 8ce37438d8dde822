import { strictRules } from '@bridgeboard/protocol';
import type { Partnership, SchoolRules } from '@bridgeboard/protocol';

/** What a school has signed for a partnership; the strict rules where it has signed nothing yet. */
export function rulesIn(partnership: Pick<Partnership, 'charters'>, school: string): SchoolRules {
  return partnership.charters.find((signed) => signed.school === school)?.rules ?? strictRules;
}
