import { earlierRules } from '@bridgeboard/protocol';
import type { Partnership, SchoolRules } from '@bridgeboard/protocol';

/** What a school has signed for a partnership; where it has signed nothing, what held before there were charters. */
export function rulesIn(partnership: Pick<Partnership, 'charters'>, school: string): SchoolRules {
  return partnership.charters.find((signed) => signed.school === school)?.rules ?? earlierRules;
}
