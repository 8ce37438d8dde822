import { authorKey } from '@bridgeboard/domain';

import { players, type Player, type PlayerKey } from '../cast.ts';
import type { Stage } from '../operations/stage.ts';
import type { World } from '../world.ts';

/** The school that has secrets: who makes them, who judges them, and who must never notice. */
export interface Side {
  readonly author: PlayerKey;
  readonly staff: PlayerKey;
  /** Everybody who comes, the most important ones first. */
  readonly coming: readonly PlayerKey[];
}

export const sides = {
  north: { author: 'oliver', staff: 'quinn', coming: ['oliver', 'quinn', 'aisha', 'bello', 'zainab', 'reed'] },
  south: { author: 'aisha', staff: 'musa', coming: ['aisha', 'musa', 'oliver', 'reed', 'emeka', 'bello'] },
} as const satisfies Record<string, Side>;
export type SideName = keyof typeof sides;

/** On which device of theirs the secrets' author moves a hand, and does nothing else. */
export const pointingDevice = 'tablet';

/** Numbers of steps from here on name what secret acts make. */
export const firstSecretNumber = 100_000;

function isSecretPlayer(side: Side, { key }: Player): boolean {
  return key === side.author || key === side.staff;
}

/** Whether this person may know nothing of the secrets: everybody but their author and the staff of that school. */
export function isOutside(side: Side, player: Player): boolean {
  if (player.key === side.author) return false;
  return player.role === 'pupil' || player.school !== players[side.author].school;
}

/**
 * In public the secrets' author and their judge rest, and the staff of that school leave alone what they alone see: what
 * they may do there depends on it. So does how deep they may nest, because a frame may hold a secret.
 */
export function publicStage(
  world: World,
  side: Side,
  { secretIds, number }: { secretIds: ReadonlySet<string>; number: 0 | 1 },
): Stage {
  const isInside = (player: Player): boolean => !isOutside(side, player);
  const state = (): Parameters<typeof authorKey>[0] | undefined => world.process?.room?.state;
  const authorsKey = (): string => {
    const now = state();
    return now ? authorKey(now, players[side.author].id) : '';
  };
  return {
    mayAct: (player) => !isSecretPlayer(side, player),
    // Who opens a board first meets the store's next fault, and everybody feels that.
    mayOpen: (player) => !isSecretPlayer(side, player),
    // A hand's place may travel with an edit: the author points in another tab than the one with the secret work.
    mayPoint: ({ player, device }) =>
      player.key !== side.staff && (player.key !== side.author || device.name.endsWith(pointingDevice)),
    // Where a hand is while it draws is as secret as the drawing (P31).
    hiddenShift: (player) => (player.key === side.author ? number * 640 : 0),
    mayProbe: (player) => isOutside(side, player),
    // How a tab comes back, and how slow a reader is, depend on what it has to say and to hear.
    mayHaveTroubles: (player) => !isInside(player),
    maySelect: (player) => isOutside(side, player),
    mayTarget: (player, id) => player === null || !isInside(player) || !secretIds.has(id),
    mayDecide: (player, author) => !isInside(player) || author !== authorsKey(),
    mayTrust: ({ key }) => key !== side.author,
    // Whose work is let out at once has no secrets, and who is not on the board does nothing in secret.
    mayGovern: (event) => {
      if (event.kind === 'set-mode') return event.school !== players[side.author].school;
      return event.kind !== 'change-member' && event.kind !== 'remove-member' && event.kind !== 'return-member';
    },
    // Which pages hold something of their school's depends on the secrets, and so does all that its pupils have done.
    mayRestore: (player) => !isInside(player),
    mayNest: (player) => !(isInside(player) && player.role === 'staff'),
  };
}
