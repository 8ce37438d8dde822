/**
 * Where a person's work is. saved: the server has all of it · saving: on its way · kept: not sent yet, safe on this
 * device · open: not sent yet, and this browser keeps nothing when the page is closed · notAccepted: all is answered, some
 * was refused and not looked at yet.
 */
type SaveStateName = 'saved' | 'saving' | 'kept' | 'open' | 'notAccepted';

export interface SaveState {
  readonly name: SaveStateName;
  /** How many things on the board it is about. */
  readonly count: number;
}

export interface SaveFacts {
  /** Things with unanswered work on them. */
  readonly pending: number;
  /** Refused work that its author has not looked at. */
  readonly refused: number;
  /** The server can be reached and takes edits. */
  readonly isSending: boolean;
  /** Everything pending has reached the device's store. */
  readonly isKept: boolean;
  /** The device's store works. */
  readonly isDurable: boolean;
}

/** The state in the one word that is true; never better than it is. */
export function saveStateOf(facts: SaveFacts): SaveState {
  const { pending, refused, isSending, isKept, isDurable } = facts;
  if (pending === 0) return refused > 0 ? { name: 'notAccepted', count: refused } : { name: 'saved', count: 0 };
  if (isSending) return { name: 'saving', count: pending };
  if (!isDurable) return { name: 'open', count: pending };
  return { name: isKept ? 'kept' : 'saving', count: pending };
}
