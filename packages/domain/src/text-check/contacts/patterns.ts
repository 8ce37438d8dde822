/** Pieces of patterns for ways to reach somebody, all for folded text (`foldText`): lower case, no accents, ASCII digits. */

/** Ends of addresses that are no words people write behind a full stop. */
const plainEnds =
  'com|org|net|edu|gov|info|biz|app|dev|xyz|online|site|website|club|shop|store|page|link|live|tv|gg|ly|io|ai|cc|uk|eu|fr|nl|pl|ru|ua|cn|jp|kr|tr|de|ma|dz|tn|eg|ae|sa|qa|ng|ke|gh|za|pk|br|mx|au|nz|ie|ch|ca|cz|se|dk|fi|hu|ro|gr|pt|test|example';
export const addressEnd = `(?:${plainEnds})(?![\\p{L}\\p{N}-])`;
/** Hosts that everybody knows, whatever their end is. */
export const knownHost =
  '(?:youtu\\.be|t\\.me|wa\\.me|discord\\.gg|bit\\.ly|goo\\.gl|fb\\.me|m\\.me|instagr\\.am|twitch\\.tv|snap\\.chat|redd\\.it|tinyurl)';
/** "at" and "dot" as words, in the languages of the interface. */
export const atWord = '(?:at|arobase|chez|ات)';
export const dotWord = '(?:dot|point|نقطه|دوت)';

/** Places where people look each other up. */
export const service =
  '(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|discord|whats ?app|telegram|face ?book|messenger|youtube|roblox|fortnite|minecraft|xbox|psn|playstation|steam|signal|we ?chat|twitter|twitch|be ?real|threads|kik|line|viber|skype|zoom|teams|سناب(?: ?شات)?|انستا(?:غرام|قرام|جرام)?|انستغرام|تيك ?توك|ديسكورد|واتس(?: ?اب)?|تلغرام|تلجرام|تليجرام|تيليجرام|فيسبوك|فيس ?بوك|ماسنجر|يوتيوب|روبلوكس)';
export const mailService = '(?:gmail|hotmail|yahoo|outlook|icloud|protonmail|proton|wanadoo|googlemail|aol|ymail)';

/** Makes a pattern for folded text that finds all its places. */
export function find(source: string): RegExp {
  return new RegExp(source, 'gu');
}
