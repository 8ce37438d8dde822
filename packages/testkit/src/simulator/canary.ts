/** What a canary was put into: its letter says it. */
const canaryKinds = {
  /** The id of a record. */
  record: 'r',
  /** Words that somebody wrote into a record. */
  text: 't',
  /** A note of staff to a decision. */
  note: 'n',
  /** What a pupil is called. */
  nickname: 'p',
  /** A person's id, which never travels. */
  person: 'd',
  /** A browser's outbox. */
  client: 'c',
  /** Whatever the server made up: runs, pointers, cases, requests. */
  server: 'i',
} as const;
export type CanaryKind = keyof typeof canaryKinds;

const anyCanary = /Qx([a-z])([0-9a-z]+)x/g;

/** A word that stands nowhere else: wherever it turns up, what it was put into has leaked there. */
export function canary(kind: CanaryKind, name: number | string): string {
  return `Qx${canaryKinds[kind]}${typeof name === 'number' ? name.toString(36) : name}x`;
}

/** A canary as an id of so many characters. */
export function canaryId(kind: CanaryKind, name: number | string, length = 22): string {
  return canary(kind, name).padEnd(length, '-');
}

/** Every canary in a text, each once. */
export function canariesIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [word] of text.matchAll(anyCanary)) found.add(word);
  return found;
}

/** What this canary was put into. */
export function kindOf(word: string): string {
  return word[2] ?? '';
}

/** The text with everything that the server made up named by the order of its first coming. */
export function withoutServerNames(text: string, known: Map<string, string>): string {
  return text.replaceAll(/Qxi[0-9a-z]+x-*/g, (name) => {
    const kept = known.get(name) ?? `Qxi#${known.size}x`;
    known.set(name, kept);
    return kept;
  });
}
