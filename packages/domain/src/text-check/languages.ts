/** Words that tell a language from others: short, frequent, and not a word of the other ones here. */
const frequent: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'the and is are was were of to in it that we you he she they my our your this with have has for on at be do not me i a'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les des une un du et est sont était dans il elle nous vous je tu ils mon ma mes notre ce cette avec pour sur au pas que qui'.split(
      ' ',
    ),
  ),
};

/** How many words of a text are frequent ones of a language. */
export function countFrequent(words: readonly string[], language: string): number {
  return words.filter((word) => frequent[language]?.has(word)).length;
}
