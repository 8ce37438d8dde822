import { expect, it } from 'vitest';

import { deviceWords, readDeviceWords } from './device-words.ts';

const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

it.each([
  [windows, 'Chrome', 'Windows'],
  [`${windows} Edg/156.0.0.0`, 'Edge', 'Windows'],
  [windows.replace('Windows NT 10.0; Win64; x64', 'X11; CrOS x86_64 14541.0.0'), 'Chrome', 'ChromeOS'],
  ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/156.0.0.0 Mobile Safari/537.36', 'Chrome', 'Android'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) Version/19.1 Mobile/15E148 Safari/604.1',
    'Safari',
    'iPhone',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox', 'Linux'],
  ['curl/8.9.1', null, null],
  [undefined, null, null],
])('[SI1] %s is known by two words and no number', (userAgent, browser, system) => {
  const words = deviceWords(userAgent);
  expect(readDeviceWords(words)).toEqual({ browser, system });
  expect(words).not.toMatch(/\d/);
});

it('[SI1] a session without words has a device that nobody knows', () => {
  expect(readDeviceWords(null)).toEqual({ browser: null, system: null });
});
