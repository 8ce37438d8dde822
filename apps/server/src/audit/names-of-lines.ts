import type { AuditLineView, AuditPerson, AuditSubject, KeptAuditLine } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import type { SignedIn } from '../http/signed-in.ts';

type About = AuditLineView['about'][number];

/** What the ids of lines are called today, for one reader. Each is looked up once. */
export class NamesOfLines {
  readonly #storage: Storage;
  readonly #reader: SignedIn;
  readonly #people = new Map<string, Promise<AuditPerson>>();
  readonly #boards = new Map<string, Promise<string | null>>();

  constructor(storage: Storage, reader: SignedIn) {
    this.#storage = storage;
    this.#reader = reader;
  }

  async view({ line, network }: KeptAuditLine): Promise<AuditLineView> {
    const { number, at, act, by, board, subjects, detail } = line;
    const of = (kind: AuditSubject['kind']): string[] =>
      subjects.flatMap((subject) => (subject.kind === kind ? [subject.id] : []));
    const named = subjects.filter(({ kind }) => kind === 'class' || kind === 'school' || kind === 'partnership');
    return {
      number,
      at,
      act,
      by: by && { ...(await this.#person(by.person)), role: by.role, school: by.school },
      board: board === null ? null : { id: board, title: await this.#board(board) },
      people: await Promise.all(of('person').map((id) => this.#person(id))),
      about: await Promise.all(named.map((subject) => this.#about(subject))),
      pieces: of('record').length,
      detail,
      network: this.#maySeeNetwork(by?.person) ? (network?.cut ?? null) : null,
    };
  }

  #maySeeNetwork(by: string | undefined): boolean {
    return by === this.#reader.person.id || this.#reader.roles.includes('administrator');
  }

  #person(id: string): Promise<AuditPerson> {
    const known = this.#people.get(id) ?? this.#look(id);
    this.#people.set(id, known);
    return known;
  }

  async #look(id: string): Promise<AuditPerson> {
    const { directory } = this.#storage;
    const own = this.#reader.person.school;
    const member = await directory.staff(id);
    if (member !== null) {
      const { name, school } = member;
      return { id: school === own ? id : null, name, school, role: 'staff' };
    }
    const pupil = await directory.pupil(id);
    const school = (pupil && (await directory.schoolClass(pupil.classId))?.school) ?? null;
    if (pupil === null || school === null) return { id: null, name: null, school: null, role: null };
    return school === own
      ? { id, name: pupil.nickname, school, role: 'pupil' }
      : { id: null, name: null, school, role: 'pupil' };
  }

  #board(id: string): Promise<string | null> {
    const { catalogue } = this.#storage;
    const known =
      this.#boards.get(id) ??
      catalogue.board(id).then((board) => (board?.schools.includes(this.#reader.person.school) ? board.title : null));
    this.#boards.set(id, known);
    return known;
  }

  async #about({ kind, id }: AuditSubject): Promise<About> {
    const { directory } = this.#storage;
    const own = this.#reader.person.school;
    if (kind === 'school') return { kind, name: (await directory.school(id))?.name ?? null };
    if (kind === 'class') {
      const schoolClass = await directory.schoolClass(id);
      return { kind, name: schoolClass?.school === own ? schoolClass.name : null };
    }
    const partnerships = await directory.partnershipsOf(own);
    return { kind, name: partnerships.find((one) => one.id === id)?.title ?? null };
  }
}
