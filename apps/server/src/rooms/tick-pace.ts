/** How often a room speaks, in ms, by how many take part (D4): fewer frames for more people. */
export function tickMsFor(people: number): number {
  if (people <= 25) return 33;
  if (people <= 80) return 50;
  return people <= 150 ? 70 : 100;
}

/** A tick that is this close to being due, in ms, is taken: whoever asks comes in steps. */
export const tickSlackMs = 5;
