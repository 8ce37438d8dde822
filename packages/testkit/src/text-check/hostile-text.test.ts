import { createTextCheck } from '@bridgeboard/domain/text-check';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const check = createTextCheck({ own: [], off: [] });

const letters = 'a b 1 0 o @ . - ( + * # / \n \u200b \u0301 ا و 🅱 é'.split(' ');
const pieces = [' at ', ' dot ', 'www', 'http', 'rue ', 'one ', 'call me ', ' street', 'snap', 'ال', 'fuck', 'a ', ' '];
const nasty = fc.constantFrom(...letters, ...pieces);

test('[TC9] names places in order and apart, in the longest text, in little time', () => {
  const text = fc.oneof(
    fc.array(nasty, { maxLength: 300 }).map((parts) => parts.join('')),
    fc.array(nasty, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('').repeat(2_000).slice(0, 2_000)),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  let slowestMs = 0;
  fc.assert(
    fc.property(text, (words) => {
      const begun = performance.now();
      const finds = check(words);
      slowestMs = Math.max(slowestMs, performance.now() - begun);
      let end = 0;
      for (const { from, to } of finds) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(words.length);
    }),
    { numRuns: 400 },
  );
  // A pattern that looks at a text again and again would take seconds; a busy machine may take a while.
  expect(slowestMs).toBeLessThan(500);
});
