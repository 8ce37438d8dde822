import type { IdentityParts, Library } from './open-library.ts';

/** The library on its store, opened by whoever first needs it. Rejects while the store cannot be asked, and is tried anew by the next. */
export interface OpenedLibrary {
  (): Promise<Library>;
  /** Whether anybody has needed it since the start. */
  readonly wasNeeded: () => boolean;
}

/** An idle server has neither the library nor what it brings along in its memory (some 10 MiB). */
export function openedLibrary(parts: IdentityParts): OpenedLibrary {
  let opening: Promise<Library> | undefined;
  const opened = (): Promise<Library> => {
    opening ??= open(parts).catch((reason: unknown) => {
      opening = undefined;
      throw reason;
    });
    return opening;
  };
  return Object.assign(opened, { wasNeeded: () => opening !== undefined });
}

async function open(parts: IdentityParts): Promise<Library> {
  const { openLibrary } = await import('./open-library.ts');
  return openLibrary(parts);
}
