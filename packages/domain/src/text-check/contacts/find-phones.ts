import type { Stretch } from './find-links.ts';
import { find } from './patterns.ts';

/** Digits in a row, with what people put between those of a phone number. */
const digitRun = find('[+(]{0,2}\\d(?:[ ().\\-/]{0,3}\\d){4,20}');
const fewest = { anywhere: 7, behindCue: 5 };
const most = 15;
const cue =
  /(?:call|text|ring|phone|telephone|tel|mobile|mob|cell|whats ?app|my number|his number|her number|number is|appelle|appelez|telephone|portable|numero|اتصل|اتصلوا|رقم(?:ي)?|هاتف(?:ي)?|جوال(?:ي)?|موبايل(?:ي)?|واتس(?: ?اب)?)(?!\p{N})[^\d\n]{0,24}$/u;

/** What has as many digits as a phone number and is none. */
const noPhones: readonly RegExp[] = [
  // Dates, years, and times of day.
  /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/,
  /^(?:1\d|20)\d\d(?:[ ./-]{1,3}(?:1\d|20)\d\d)+$/,
  /^\d{1,2}[./]\d{1,2}(?:[./](?:1\d|20)\d\d)? ?- ?\d{1,2}[./]\d{1,2}(?:[./](?:1\d|20)\d\d)?$/,
  /^\d{1,2}\.\d\d(?: - | ?-)\d{1,2}\.\d\d$/,
  // Numbers with their thousands apart, and fractions.
  /^[1-9]\d{0,2}(?:[ .]\d{3})+$/,
  /^\d+\.\d+$/,
  /^[1-9]\d*0{3}$/,
  // Results of games.
  /^\d{1,2} ?- ?\d{1,2}(?: \d{1,2} ?- ?\d{1,2})+$/,
];

/** Phone numbers in a folded text: digits, letters that look like them, or words for them. */
export function findPhones(folded: string): Stretch[] {
  const digits = folded.replaceAll(/(?<!\p{L})[\doil|]{2,}(?!\p{L})/gu, asDigits);
  const written = [...digits.matchAll(digitRun)].flatMap((match) => {
    const from = match.index;
    return isPhone(match[0], cue.test(digits.slice(Math.max(0, from - 60), from))) ? [stretch(from, match[0])] : [];
  });
  return [...written, ...findSpoken(digits)];
}

function stretch(from: number, text: string): Stretch {
  return { kind: 'phone', from, to: from + text.length };
}

/** `O77OO 9OO l23`: letters among digits that look like some. */
function asDigits(token: string): string {
  if (!/\d/.test(token)) return token;
  return token.replaceAll('o', '0').replaceAll(/[il|]/g, '1');
}

function isPhone(text: string, isBehindCue: boolean): boolean {
  const count = text.replaceAll(/\D/g, '').length;
  if (count > most || count < (isBehindCue ? fewest.behindCue : fewest.anywhere)) return false;
  // "Call it 25 000" is a round number; no round number begins with a nought.
  if (isBehindCue) return !/^[1-9].*0{3}$/.test(text);
  return !noPhones.some((pattern) => pattern.test(text)) && !isCounting(text.split(/[ ().\-/]+/).map(Number));
}

/** One, two, three … or two, four, six … and nothing else. */
function isCounting(numbers: readonly number[]): boolean {
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  const isEven = numbers.every((number, at) => at === 0 || number - (numbers[at - 1] ?? 0) === step);
  return numbers.length >= 4 && Math.abs(step) <= 10 && isEven;
}

const spoken: ReadonlyMap<string, number> = new Map(
  [
    'zero oh nought null صفر',
    'one un une واحد',
    'two deux اثنان اثنين اتنين',
    'three trois ثلاثه تلاته',
    'four quatre اربعه',
    'five cinq خمسه',
    'six ستة سته',
    'seven sept سبعه',
    'eight huit ثمانيه تمانيه',
    'nine neuf تسعه',
  ].flatMap((words, value) => words.split(' ').map((word) => [word, value] as const)),
);

/** Seven words for digits in a row, or digits one by one among them; counting is no number. */
function findSpoken(folded: string): Stretch[] {
  const found: Stretch[] = [];
  let run: { value: number; from: number; to: number }[] = [];
  const close = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    const isNumber = run.length >= fewest.anywhere && !isMostlyCounting(run.map(({ value }) => value));
    if (first && last && isNumber) found.push({ kind: 'phone', from: first.from, to: last.to });
    run = [];
  };
  for (const match of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    const value = /^\d$/.test(match[0])
      ? Number(match[0])
      : (spoken.get(match[0]) ?? spoken.get(match[0].replace(/^و/, '')));
    if (value === undefined) {
      if (match[0] !== 'double' && match[0] !== 'triple') close();
      continue;
    }
    run.push({ value, from: match.index, to: match.index + match[0].length });
  }
  close();
  return found;
}

function isMostlyCounting(values: readonly number[]): boolean {
  const steps = values
    .slice(1)
    .filter((value, at) => Math.abs(value - (values[at] ?? 0)) === 1 || value === values[at]);
  return steps.length >= (values.length - 1) * 0.7;
}
