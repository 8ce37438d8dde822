import type {
  BoardRecord,
  Change,
  ChangeContent,
  EntryContent,
  FieldName,
  Fields,
  Inverse,
  JournalEntry,
} from '@bridgeboard/protocol';

import { assetField } from '../board/assets.ts';
import { equalJson, splitFields } from '../board/fields.ts';
import { placeFields } from '../board/place-fields.ts';
import { wordFields } from '../gate/check-words.ts';

/** Where other people's things stand is no child's words, and without it they would stand nowhere. */
const staysPut: ReadonlySet<FieldName> = new Set([...placeFields, 'props.start', 'props.end']);
/** What somebody else's entry may repeat of a person: words and lines. A colour is nobody's. */
const telling: ReadonlySet<FieldName> = new Set([
  ...Object.values(wordFields).flat(),
  'props.segments',
  'props.points',
]);

/** One step of an entry as it is read. */
interface Step {
  readonly change: Change;
  readonly content: ChangeContent;
  /** Whether one of those who wrote did it. */
  readonly isTheirs: boolean;
}

/** Whose work goes. */
interface Going {
  /** Whose records go, with all that anybody did to them. */
  readonly authors: ReadonlySet<string>;
  /** Those among them who take what they wrote off other people's records too. */
  readonly writers: ReadonlySet<string>;
  /** Whether pages stay, whoever made them. */
  readonly keepsPages?: boolean;
  readonly at: number;
}

/**
 * ER1: takes what some people made out of a board's journal, entry by entry from the first on. Facts are left alone. On other people's
 * records only the fields that they set go, so that these records are again what they would be without them.
 */
export class ContentEraser {
  readonly #going: Going;
  readonly #authors = new Map<string, string>();
  readonly #cases = new Set<string>();
  /** Images, whoever's, that show a picture of theirs: what is said of it goes with it. */
  readonly #copies = new Set<string>();
  /** What they wrote on other people's records: it stands in later entries as a former value. */
  readonly #written = new Map<string, Fields[]>();

  constructor(going: Going) {
    this.#going = going;
  }

  /** The content of the next entry without what is to go, or null where it may stay as it is. */
  take(entry: JournalEntry): EntryContent | null {
    const { facts, content } = entry;
    const isTheirs = this.#going.writers.has(facts.actor?.person ?? '');
    let hasChanged = false;
    const cut = <Part extends ChangeContent>(part: Part, step: Step): Part | ChangeContent => {
      const rest = this.#rest(step);
      hasChanged ||= rest !== part;
      return rest;
    };
    const contents: ChangeContent[] = [];
    const inverses: (Inverse | null)[] = [];
    for (const [i, change] of facts.changes.entries()) {
      const part = ('contents' in content && content.contents[i]) || null;
      this.#learn(change, part);
      if (!('contents' in content)) continue;
      contents.push(cut(part, { change, content: part, isTheirs }));
      const inverse = content.inverses[i] ?? null;
      if (inverse === null || 'asOf' in inverse) inverses.push(inverse);
      else inverses.push({ ...inverse, content: cut(inverse.content, { ...inverse, isTheirs: false }) });
    }
    return hasChanged ? { contents, inverses, erased: this.#going.at } : null;
  }

  /** Whether a copy of a record, as a publication has one, holds anything that they wrote in the entries so far. */
  isIn({ record, author }: { readonly record: BoardRecord; readonly author: string }): boolean {
    const at = { id: record.id, fields: splitFields(record) };
    return this.#isGone(at.id, author) || Object.keys(at.fields).some((name) => this.#isWritten(at, name));
  }

  #learn(change: Change, content: ChangeContent): void {
    if (change.kind === 'create') {
      this.#authors.set(change.id, change.author);
      const picture = content && !Array.isArray(content) ? content[assetField] : null;
      if (this.#isGone(String(picture))) this.#copies.add(change.id);
    }
    if (change.kind === 'case-edited' && this.#going.authors.has(change.author)) this.#cases.add(change.case);
  }

  #isGone(record: string, author = this.#authors.get(record)): boolean {
    if (this.#going.keepsPages && record.startsWith('page:')) return false;
    return author !== undefined && this.#going.authors.has(author);
  }

  #rest(step: Step): ChangeContent {
    const { change, content } = step;
    if (content === null) return null;
    // A note to a child is about that child.
    if (change.kind === 'case-decided') return this.#cases.has(change.case) ? null : content;
    if (!('id' in change)) return content;
    if (this.#isGone(change.id)) return null;
    const { writers } = this.#going;
    if (!Array.isArray(content)) return this.#fieldsLeft(change, { fields: content, isTheirs: isBy(step, writers) });
    const left = content.map((fields, i) => {
      // Base first, then the layers of one author.
      const isTheirs = i > 0 && 'author' in change && writers.has(change.author);
      return fields && this.#fieldsLeft(change, { fields, isTheirs });
    });
    return left.every((fields, i) => fields === content[i]) ? content : left;
  }

  #fieldsLeft(change: { readonly id: string }, part: { fields: Fields; isTheirs: boolean }): Fields {
    const { fields, isTheirs } = part;
    const { id } = change;
    if (isTheirs) this.#written.set(id, [...(this.#written.get(id) ?? []), fields]);
    const kept = Object.entries(fields).filter(([name]) =>
      isTheirs ? staysPut.has(name) : !this.#isWritten({ id, fields }, name),
    );
    return kept.length === Object.keys(fields).length ? fields : Object.fromEntries(kept);
  }

  #isWritten(record: { readonly id: string; readonly fields: Readonly<Fields> }, name: FieldName): boolean {
    if (!telling.has(name)) return false;
    if (this.#copies.has(record.id)) return true;
    return (this.#written.get(record.id) ?? []).some(
      (fields) => name in fields && equalJson(fields[name], record.fields[name]),
    );
  }
}

/** Whether a step writes something of these people: into a layer of theirs, whoever did it, or into base by themselves. */
function isBy({ change, isTheirs }: Step, writers: ReadonlySet<string>): boolean {
  if (change.kind === 'grow') return change.layer ? writers.has(change.layer.author) : isTheirs;
  return 'author' in change ? writers.has(change.author) : isTheirs;
}
