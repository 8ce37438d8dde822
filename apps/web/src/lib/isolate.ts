const isolateStart = '\u2068';
const isolateEnd = '\u2069';

/** A name that keeps its own direction inside a sentence of the other: "Oliver H." with its dot at its end. */
export function isolate(name: string): string {
  return `${isolateStart}${name}${isolateEnd}`;
}
