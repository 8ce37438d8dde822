import { useSyncExternalStore } from 'react';

import { currentLocale } from '../i18n/language.ts';

/** A voice as far as it decides whether it may read. */
type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/** Reads to those who do not read yet, when they ask for it. */
export type ReadAloud = {
  /** Whether this device has a voice of its own in the reader's language. */
  readonly isPossible: boolean;
  readonly isOn: boolean;
  /** Turns it on, and reads this first; or off. */
  readonly toggle: (first: string) => void;
  /** Reads where it is on. */
  readonly say: (words: string) => void;
};

/** As long as the page is open: nobody's next visit begins with a voice. */
let isOn = false;
const listeners = new Set<() => void>();

/** The device's own voice in a language, its usual one first; null where there is none. A voice from the network would be told what a child reads. */
export function voiceFor<V extends Voice>(voices: readonly V[], locale: string): V | null {
  const speaks = ({ lang }: V): boolean => lang.toLowerCase().split(/[-_]/)[0] === locale;
  const own = voices.filter((voice) => voice.localService && speaks(voice));
  return own.find((voice) => voice.default) ?? own[0] ?? null;
}

function synthesis(): SpeechSynthesis | null {
  return 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : null;
}

function currentVoice(): SpeechSynthesisVoice | null {
  return voiceFor(synthesis()?.getVoices() ?? [], currentLocale());
}

function read(words: string): void {
  const [speech, voice] = [synthesis(), currentVoice()];
  if (speech === null || voice === null) return;
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  speech.cancel();
  speech.speak(utterance);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  // Browsers find their voices a moment after the page has asked for them.
  synthesis()?.addEventListener('voiceschanged', tell);
  return () => {
    listeners.delete(tell);
    synthesis()?.removeEventListener('voiceschanged', tell);
  };
}

function toggle(first: string): void {
  isOn = !isOn;
  for (const tell of listeners) tell();
  if (isOn) read(first);
  else synthesis()?.cancel();
}

function say(words: string): void {
  if (isOn) read(words);
}

export function useReadAloud(): ReadAloud {
  const isPossible = useSyncExternalStore(subscribe, () => currentVoice() !== null);
  const on = useSyncExternalStore(subscribe, () => isOn);
  return { isPossible, isOn: on && isPossible, toggle, say };
}
