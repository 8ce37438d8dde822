/** How often a room speaks, in ms, by how many take part (D4): fewer frames for more people. A point waits for up to two ticks. */
export function tickMsFor(people: number): number {
  if (people <= 25) return 33;
  return people <= 80 ? 50 : 70;
}

/** A tick that is this close to being due, in ms, is taken: whoever asks comes in steps. */
export const tickSlackMs = 5;
