import type { GovernEvent } from '@bridgeboard/domain';

import type { Player } from '../cast.ts';
import type { Tab } from '../client/tab.ts';

/** What the steps of a history may touch. Twin worlds keep the public steps away from the secrets. */
export interface Stage {
  readonly mayAct: (player: Player) => boolean;
  /** Whether the board opens for what this person does over HTTP, where nobody else has opened it since a crash. */
  readonly mayOpen: (player: Player) => boolean;
  readonly mayPoint: (tab: Tab) => boolean;
  /** How far from elsewhere this person's hand is while it draws. */
  readonly hiddenShift: (player: Player) => number;
  /** Whether this person tries things on ids that they cannot know. */
  readonly mayProbe: (player: Player) => boolean;
  /** Whether this person's tabs come and go, and their machine and its network have troubles of their own. */
  readonly mayHaveTroubles: (player: Player) => boolean;
  /** Whether this person's selection is told. */
  readonly maySelect: (player: Player) => boolean;
  readonly mayTarget: (player: Player | null, id: string) => boolean;
  /** `author` is the key by which the case names its author. */
  readonly mayDecide: (player: Player, author: string) => boolean;
  /** Whether what this pupil is trusted with changes. */
  readonly mayTrust: (player: Player) => boolean;
  readonly mayGovern: (event: GovernEvent) => boolean;
  /** Whether this person restores deleted pages, or the whole board. */
  readonly mayRestore: (player: Player) => boolean;
  /** Whether this person puts things into frames. */
  readonly mayNest: (player: Player) => boolean;
}

export const openStage: Stage = {
  mayAct: () => true,
  mayOpen: () => true,
  mayPoint: () => true,
  hiddenShift: () => 0,
  mayProbe: () => true,
  mayHaveTroubles: () => true,
  maySelect: () => true,
  mayTarget: () => true,
  mayDecide: () => true,
  mayTrust: () => true,
  mayGovern: () => true,
  mayRestore: () => true,
  mayNest: () => true,
};
