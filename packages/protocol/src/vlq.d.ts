/** The package has types, but hides them behind its `exports`. */
declare module 'vlq' {
  export function encode(integers: readonly number[]): string;
  export function decode(text: string): number[];
}
