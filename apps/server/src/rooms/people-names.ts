import { authorKey, type BoardState, type Viewer } from '@bridgeboard/domain';
import type { Author, BoardRole, CharterHolds, SchoolBrief } from '@bridgeboard/protocol';

interface Deps {
  readonly state: () => BoardState;
  readonly schools: readonly SchoolBrief[];
  /** What pupils are called at other schools. */
  readonly elsewhere: () => CharterHolds['names'];
}

/**
 * What people on a board are called, for whoever looks: staff by name, pupils by name within their own school and elsewhere by
 * place and alias number (P31), or by that name too where the charter says so (CH9); a guest by name for staff, and by none, which
 * browsers read as "guest", for everybody else. Names never enter the board's journal.
 */
export class PeopleNames {
  readonly #deps: Deps;
  readonly #names = new Map<string, string>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  learn(person: string, name: string): void {
    this.#names.set(person, name);
  }

  /** Somebody is erased: here too nobody knows their name any more. */
  forget(person: string): void {
    this.#names.delete(person);
  }

  /** The person as this viewer may know them, or null for somebody who is not a member. */
  author(person: string, viewer: Viewer): Author | null {
    const state = this.#deps.state();
    const member = state.members.get(person);
    if (!member) return null;
    const key = authorKey(state, person);
    if (member.role === 'guest') {
      const label = viewer.kind === 'staff' ? (this.#names.get(person) ?? '') : '';
      return { key, label, school: member.school, role: 'guest' };
    }
    const isNamed = this.#isNamed(member, viewer);
    const school = this.#deps.schools.find(({ id }) => id === member.school);
    const alias = `${school?.place ?? ''} ${member.alias}`.trim();
    const label = isNamed ? (this.#names.get(person) ?? alias) : alias;
    const author: Author = { key, label, school: member.school, role: member.role };
    return member.away === null ? author : { ...author, away: true };
  }

  #isNamed({ role, school }: { role: BoardRole; school: string }, viewer: Viewer): boolean {
    if (role === 'staff') return true;
    if (viewer.kind === 'guests') return false;
    return viewer.school === school || this.#deps.elsewhere() === 'nickname';
  }

  /** Person ids by author key. */
  byKey(): Map<string, string> {
    const state = this.#deps.state();
    const people = new Map<string, string>();
    for (const [person] of state.members.entries()) people.set(authorKey(state, person), person);
    return people;
  }
}
