import type { BoardMode, TrustKind, TrustLevel } from '@bridgeboard/protocol';

/** Levels of the kinds for which a pupil has one; for all others the board's mode holds as it is. */
export type TrustLevels = { readonly [Kind in TrustKind]?: TrustLevel | undefined };

/** TL4: what a level makes of the mode of the pupil's school on a board: the table of docs/spec/trust.md. */
export const trustModes: Readonly<Record<TrustLevel, Readonly<Record<BoardMode, BoardMode>>>> = {
  before: { held: 'held', 'own-school': 'held', open: 'held' },
  after: { held: 'own-school', 'own-school': 'own-school', open: 'open' },
  trusted: { held: 'open', 'own-school': 'open', open: 'open' },
};

/**
 * The mode that counts for what a pupil makes. `openAllowed` is what the charters of all schools of the board say: without it nothing
 * goes to other schools before staff have looked, and pictures stay where the mode puts them. With it pictures come as far as the own
 * school: whether a child's picture may go further is a question of consent, which a decision asks.
 */
export function modeWithTrust(
  mode: BoardMode,
  about: { readonly level: TrustLevel | undefined; readonly kind: TrustKind; readonly openAllowed: boolean },
): BoardMode {
  const { level, kind, openAllowed } = about;
  if (level === undefined) return mode;
  if (kind === 'picture' && level !== 'before' && !openAllowed) return mode;
  const wanted = trustModes[level][mode];
  const mayGoOut = openAllowed && (kind !== 'picture' || mode === 'open');
  return wanted === 'open' && !mayGoOut ? 'own-school' : wanted;
}
