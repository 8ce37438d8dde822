/** First match wins: most browsers also call themselves by the names of others. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

function firstOf(known: typeof browsers, userAgent: string): string {
  return known.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '';
}

/** The device of a `User-Agent` in two words of ours, "Firefox/Windows": enough to know one's own, too little to know one among many. */
export function deviceWords(userAgent = ''): string {
  return `${firstOf(browsers, userAgent)}/${firstOf(systems, userAgent)}`;
}

/** The two words again; what nobody knew is null. */
export function readDeviceWords(words: string | null): { browser: string | null; system: string | null } {
  const [browser = '', system = ''] = words?.split('/') ?? [];
  return { browser: browser || null, system: system || null };
}
