import type { FindInText } from '@bridgeboard/domain';
import type { TextCheck } from '@bridgeboard/domain/text-check';
import { markOf, usualWords } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

/** The text check of each school, made when it is first needed: a server on which nobody writes has no lists in memory. */
export class TextChecks {
  readonly #directory: Pick<Directory, 'school'>;
  readonly #checks = new Map<string, Promise<TextCheck>>();

  constructor(directory: Pick<Directory, 'school'>) {
    this.#directory = directory;
  }

  of(school: string): Promise<TextCheck> {
    const known = this.#checks.get(school) ?? this.#make(school);
    this.#checks.set(school, known);
    // One that could not be made is tried again by whoever asks next.
    known.catch(() => this.renew(school));
    return known;
  }

  /** What edits of the school's pupils are held against. */
  async finderOf(school: string): Promise<FindInText> {
    const check = await this.of(school);
    return (words) => check(words).map(markOf);
  }

  /** The school looks for something else from here on. */
  renew(school: string): void {
    this.#checks.delete(school);
  }

  async #make(school: string): Promise<TextCheck> {
    const [{ createTextCheck }, found] = await Promise.all([
      import('@bridgeboard/domain/text-check'),
      this.#directory.school(school),
    ]);
    return createTextCheck(found?.words ?? usualWords);
  }
}
