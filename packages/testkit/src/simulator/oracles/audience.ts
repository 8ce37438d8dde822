import { hashOfVersion, type BoardState, type Slot, type Viewer } from '@bridgeboard/domain';

/** Who may see a version of a record: everybody, a school, or a school's staff and one author (P1, P2). */
type Audience = 'all' | `school ${string}` | `held ${string} ${string}`;

interface Version {
  readonly audience: Audience;
  readonly content: unknown;
}

/** The versions of a record, each with its audience; none of what has been put away. Asked without the engine. */
function versionsOf(slot: Slot): Version[] {
  const layers = slot.layers.map(({ reach, school, author, fields }): Version => {
    return { audience: reach === 'school' ? `school ${school}` : `held ${school} ${author}`, content: fields };
  });
  return slot.base ? [{ audience: 'all', content: slot.base }, ...layers] : layers;
}

function isIn(viewer: Viewer, audience: Audience): boolean {
  if (audience === 'all') return true;
  if (viewer.kind === 'guests') return false;
  const [reach, school, author] = audience.split(' ');
  if (school !== viewer.school) return false;
  return reach === 'school' || viewer.kind === 'staff' || (viewer.kind === 'pupil' && viewer.person === author);
}

/** Whether a record is another school's pupil's, and the viewer's school looks first and has accepted something else or nothing (P36). */
function isWithheld(state: BoardState, slot: Slot, viewer: Viewer): boolean {
  if (viewer.kind !== 'pupils' && viewer.kind !== 'pupil') return false;
  const { school } = viewer;
  if (slot.school === school || !slot.base || state.schoolRules.get(school)?.looksFirst !== true) return false;
  const isOfPupil = state.members.get(slot.author)?.role === 'pupil' && /^(shape|binding):/.test(slot.id);
  return isOfPupil && slot.accepted?.[school] !== hashOfVersion(slot.base);
}

/** What of a record this viewer may see right now; what was put away only the own school's staff (P22). */
export function seenOf(state: BoardState, slot: Slot, viewer: Viewer): unknown[] {
  if (isWithheld(state, slot, viewer)) return [];
  if (slot.hidden && !(viewer.kind === 'staff' && viewer.school === slot.school)) return [];
  return versionsOf(slot)
    .filter(({ audience }) => isIn(viewer, audience))
    .map(({ content }) => content);
}

/** Who could ever see a word: older words of a record may still be told to those who could, while they see the record. */
export class WordAudiences {
  readonly #audiences = new Map<string, Set<Audience>>();

  /** Takes down how a record stands now. */
  note(slot: Slot, canariesIn: (text: string) => Iterable<string>): void {
    if (slot.hidden) return;
    for (const { audience, content } of versionsOf(slot)) {
      for (const word of canariesIn(JSON.stringify(content))) {
        const known = this.#audiences.get(word) ?? new Set();
        this.#audiences.set(word, known.add(audience));
      }
    }
  }

  has(word: string, viewer: Viewer): boolean {
    return [...(this.#audiences.get(word) ?? [])].some((audience) => isIn(viewer, audience));
  }
}

/** Ids of the pictures that these versions show: a picture may be seen with an image that shows it, and only so (P19). */
export function assetsIn(versions: readonly unknown[]): string[] {
  return JSON.stringify(versions).match(/asset:[\w-]{21}/g) ?? [];
}
