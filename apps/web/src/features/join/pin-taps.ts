/** A picture PIN as it is tapped: numbers of pictures from 0, in order, repeats allowed. */
export type PinTaps = readonly number[];

export const pinLength = 4;

/** One more picture; taps beyond the fourth change nothing. */
export function tap(taps: PinTaps, picture: number): PinTaps {
  return taps.length < pinLength ? [...taps, picture] : taps;
}

/** Without the last picture. */
export function takeBack(taps: PinTaps): PinTaps {
  return taps.slice(0, -1);
}

/** How a slot looks. Only the latest picture is shown: whoever looks over a shoulder learns one, not four. */
export type Slot =
  | { readonly kind: 'hidden' }
  | { readonly kind: 'shown'; readonly picture: number }
  | { readonly kind: 'next' }
  | { readonly kind: 'empty' };

/** The four slots, in order. */
export function slotsOf(taps: PinTaps): Slot[] {
  return Array.from({ length: pinLength }, (_slot, index): Slot => {
    const picture = taps[index];
    if (picture === undefined) return { kind: index === taps.length ? 'next' : 'empty' };
    return index === taps.length - 1 ? { kind: 'shown', picture } : { kind: 'hidden' };
  });
}
