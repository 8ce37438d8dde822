/** What one actor does in a race, in this order. */
export interface Course<Step> {
  readonly actor: string;
  readonly steps: readonly Step[];
}

/** A step, and whose it is. */
export interface Turn<Step> {
  readonly actor: string;
  readonly step: Step;
}

/** Every order in which the steps of several actors can happen, each actor's own steps in their order. */
export function* interleavings<Step>(courses: readonly Course<Step>[]): Generator<readonly Turn<Step>[]> {
  const going = courses.filter(({ steps }) => steps.length > 0);
  if (going.length === 0) yield [];
  for (const course of going) {
    const [step, ...steps] = course.steps;
    if (step === undefined) continue;
    const left = courses.map((one) => (one === course ? { ...course, steps } : one));
    for (const rest of interleavings(left)) yield [{ actor: course.actor, step }, ...rest];
  }
}
