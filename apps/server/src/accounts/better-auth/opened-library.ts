import type { IdentityParts, Library } from './open-library.ts';

/** The library on its store, opened by whoever first needs it. Rejects while the store cannot be asked, and is tried anew by the next. */
export type OpenedLibrary = () => Promise<Library>;

/** An idle server has neither the library nor what it brings along in its memory (some 10 MiB). */
export function openedLibrary(parts: IdentityParts): OpenedLibrary {
  let opening: Promise<Library> | undefined;
  return () => {
    opening ??= open(parts).catch((reason: unknown) => {
      opening = undefined;
      throw reason;
    });
    return opening;
  };
}

async function open(parts: IdentityParts): Promise<Library> {
  const { openLibrary } = await import('./open-library.ts');
  return openLibrary(parts);
}
