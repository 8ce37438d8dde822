/** Letters that only look like others, from scripts and signs a keyboard or an app offers, in pairs: what is seen, what it reads as. */
const lookAlikes =
  'аa еe оo рp сc уy хx іi јj ѕs ԁd ԛq ԝw һh кk мm тt вb нh гr пn иu лl ' +
  'αa βb εe ηn ιi κk νv οo ρp τt υu χx ωw γy ' +
  'øo łl đd ıi ðd ħh ɑa ɡg ɩi ʏy ʀr ɴn ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ᴏo ᴘp ꜱs ᴛt ᴜu ᴠv ᴡw ᴢz ɐa ǝe ɹr ʇt ʌv ʍw ' +
  'کك یي ەه ہه ھه';

/** Single letters that are written as two where a keyboard has not got them. */
const spelledOut = [
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
  ['þ', 'th'],
  // Signs that keyboards and word processors put for plain ones.
  ['’', "'"],
  ['ʼ', "'"],
  ['‐', '-'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['。', '.'],
  ['·', '.'],
  // A last letter of Arabic words that many write as another.
  ['ة', 'ه'],
  ['ى', 'ي'],
] as const;

/** What a letter reads as, for those that would not be told apart by a reader in a hurry. */
export const readsAs: ReadonlyMap<string, string> = new Map([
  ...lookAlikes.split(' ').map((pair) => {
    const [seen = '', ...read] = pair;
    return [seen, read.join('')] as const;
  }),
  ...spelledOut,
]);

/** Letters in boxes and of flags, which Unicode does not count as letters: first code point of each alphabet. */
export const boxedAlphabets: readonly number[] = [0x1f1e6, 0x1f150, 0x1f170];
