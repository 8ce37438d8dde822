import { describe, expect, it } from 'vitest';

import { voiceFor } from './read-aloud.ts';

const voice = (lang: string, more: { localService?: boolean; default?: boolean } = {}) => {
  return { lang, localService: true, default: false, ...more };
};

describe('the voice that reads to a child', () => {
  it('[SG-13] [SGD10] is one of the device itself in the reader’s language, its usual one first', () => {
    const [british, american] = [voice('en-GB'), voice('en_US', { default: true })];
    expect(voiceFor([voice('fr-FR'), british, american], 'en')).toBe(american);
    expect(voiceFor([voice('fr-FR'), british], 'en')).toBe(british);
  });

  it('[SGD10] is never one from the network, which would be told what a child reads, nor of another language', () => {
    expect(voiceFor([voice('ar-SA', { localService: false }), voice('fr-FR')], 'ar')).toBeNull();
    expect(voiceFor([], 'en')).toBeNull();
  });
});
