import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type {
  CharterPage,
  ClassView,
  LookPiece,
  PartnershipLine,
  PublicationLine,
  UploadedAsset,
} from '@bridgeboard/protocol';
import { RawClient, image, recordIdOf, page, shape, until } from '@bridgeboard/testkit';
import type { HttpPerson } from '@bridgeboard/testkit';

import type { ServerProcess } from '../../bench/servers/server-process.ts';
import { startServer } from '../kill/start-server.ts';
import { BoardGuest } from './board-guest.ts';
import { PassingThings } from './passing-things.ts';
import { PatientPerson } from './patient-person.ts';
import { makeCast, openPeople } from './people.ts';
import type { ActorName } from './read-table.ts';

/** The smallest picture there is: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A piece of the own pupil's that waits, and its case. */
export interface Piece {
  readonly record: string;
  readonly case: string;
  readonly hash: string;
}

/**
 * The real server with four schools: a board of three of them, seen from the first one's pupil whose work it is about, and a
 * school that has a board of its own. Makes what requests are about.
 */
export class PermissionWorld implements AsyncDisposable {
  readonly board: string;
  readonly people: Readonly<Record<ActorName, HttpPerson>>;
  /** The pupil of the own school who is not let in; their id, as staff know it. */
  readonly waitingPupil: string;
  /** Pupils of the own school who take part in the board. */
  readonly #members: readonly string[];
  readonly #server: ServerProcess;
  readonly #folder: string;
  readonly #pupil: RawClient;
  readonly #teacher: RawClient;
  #made = 0;
  #released: Piece | null = null;
  #picture: string | null = null;
  #class: string | null = null;
  #concern: string | null = null;
  #reported = '';
  readonly passing: PassingThings;
  readonly guest: BoardGuest;

  private constructor(parts: {
    board: string;
    people: Readonly<Record<ActorName, HttpPerson>>;
    waitingPupil: string;
    members: readonly string[];
    server: ServerProcess;
    folder: string;
    pupil: RawClient;
    teacher: RawClient;
  }) {
    this.board = parts.board;
    this.people = parts.people;
    const { 'own staff': own, 'partner staff': partner } = parts.people;
    this.guest = new BoardGuest({ staff: own, board: parts.board });
    this.passing = new PassingThings({ own, partner, newName: () => this.newName() });
    this.waitingPupil = parts.waitingPupil;
    this.#members = parts.members;
    this.#server = parts.server;
    this.#folder = parts.folder;
    this.#pupil = parts.pupil;
    this.#teacher = parts.teacher;
  }

  static async open(): Promise<PermissionWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'bridgeboard-permissions-'));
    const cast = await makeCast(folder);
    const server = await startServer({ dataDir: folder, mongoUrl: undefined });
    const { people, ...pupils } = await openPeople(cast, server.url);
    const { board } = cast.lesson;
    const [pupil, teacher] = [people['own pupil'], people['own staff']].map((person) => new RawClient(person));
    if (!pupil || !teacher) throw new Error('nobody is there');
    const world = new PermissionWorld({ board, people, ...pupils, server, folder, pupil, teacher });
    await Promise.all([pupil.join(board), teacher.join(board)]);
    await world.sendOut();
    await world.leaveOut();
    await world.guest.letIn(people.guest);
    return world;
  }

  /** Of the own school everybody takes part but the pupil who is left out, also where somebody has chosen otherwise. */
  async leaveOut(): Promise<void> {
    const members = { classes: [], pupils: this.#members };
    await this.people['own staff'].post(`/api/boards/${this.board}/members`, members);
  }

  /** The pupil who is not let in is sent out again, if somebody did let them in. */
  async sendOut(): Promise<void> {
    await this.people['own staff'].post(`/api/boards/${this.board}/dismiss`, { pupils: [this.waitingPupil] });
  }

  newName(): string {
    this.#made += 1;
    return `made-${this.#made}-${'x'.repeat(16)}`;
  }

  /** A note that waits, in a case that may be decided. */
  async waiting(): Promise<Piece> {
    if (!this.#waitingPiece()) await this.held();
    return until(() => this.#waitingPiece(), 'a case that is closed');
  }

  /** Another try has put a piece of it away, perhaps, and its author sees nothing of it then. */
  async bringBack(id: string): Promise<void> {
    for (const record of this.#teacher.cases.get(id)?.records ?? [])
      await this.people['own staff'].post(`/api/boards/${this.board}/records/${record}/hide`, { hidden: false });
  }

  /** Whether the pupil who is not let in is let in. */
  async isLetIn(): Promise<boolean> {
    return (await this.people['waiting pupil'].get(`/api/boards/${this.board}`)).status === 200;
  }

  /** A note that everybody sees, and that staff may take back: the same one as long as it is. */
  async released(): Promise<Piece> {
    if (this.#released && this.#teacher.cases.get(this.#released.case)?.status === 'approved') return this.#released;
    const piece = await this.waiting();
    await this.people['own staff'].post(`/api/boards/${this.board}/cases/${piece.case}/decision`, {
      verdict: 'board',
      hash: piece.hash,
    });
    await until(() => this.#teacher.cases.get(piece.case)?.status === 'approved', 'the approval');
    this.#released = piece;
    return piece;
  }

  /** A note that waits, whose case need not be closed. */
  async held(): Promise<string> {
    const record = shape('note', this.newName());
    await this.#pupil.edit({ op: 'create', record });
    return record.id;
  }

  /** A page of the own staff's that was deleted. */
  async deletedPage(): Promise<string> {
    const record = page(this.newName());
    await this.#teacher.edit({ op: 'create', record });
    await this.#teacher.edit({ op: 'delete', id: record.id });
    return record.id;
  }

  /** A picture in an image of the own pupil's that waits. */
  async picture(): Promise<string> {
    this.#picture ??= await this.#showPicture();
    return this.#picture;
  }

  async #showPicture(): Promise<string> {
    const { id } = (await this.upload(this.people['own pupil'])).json as UploadedAsset;
    await this.#pupil.edit({ op: 'create', record: image(this.newName(), recordIdOf('asset', id)) });
    return id;
  }

  upload(person: HttpPerson, board = this.board): ReturnType<HttpPerson['put']> {
    return person.put(`/api/boards/${board}/pictures/${this.newName()}`, pixel, { 'content-type': 'image/png' });
  }

  /** The partnership of the board's schools. */
  async partnership(): Promise<string> {
    const { json } = await this.people['own staff'].get('/api/partnerships');
    return (json as { partnerships: PartnershipLine[] }).partnerships[0]?.id ?? '';
  }

  /** What the own staff propose for the charter of the board's schools. */
  async proposal(): Promise<string> {
    const path = `/api/partnerships/${await this.partnership()}/lines`;
    const { json } = await this.people['own staff'].post(path, { line: 'keepMonths', value: 24 });
    return (json as CharterPage).proposals[0]?.id ?? '';
  }

  /** A further school that the own staff ask into it. */
  async schoolInvitation(): Promise<string> {
    const path = `/api/partnerships/${await this.partnership()}/invitations`;
    return ((await this.people['own staff'].post(path)).json as { id: string }).id;
  }

  async withdrawSchoolInvitations(): Promise<void> {
    const path = `/api/partnerships/${await this.partnership()}`;
    const { invitations } = (await this.people['own staff'].get(path)).json as CharterPage;
    for (const { id } of invitations)
      await this.people['own staff'].post(`${path}/invitations/${id}`, { answer: 'withdraw' });
  }

  /** A publication that the own staff proposed. */
  async publication(): Promise<string> {
    const answer = await this.people['own staff'].post(`/api/boards/${this.board}/publications`, {});
    return (answer.json as PublicationLine).id;
  }

  /** What the own pupil has reported of the own work. */
  async concern(): Promise<string> {
    this.#concern ??= await this.#report();
    return this.#concern;
  }

  async #report(): Promise<string> {
    const id = this.newName();
    this.#reported = await this.held();
    const wish = { id, about: { kind: 'piece', record: this.#reported }, reason: 'scared' };
    await this.people['own pupil'].post(`/api/boards/${this.board}/concerns`, wish);
    return id;
  }

  /** A class of the own school. */
  async schoolClass(): Promise<string> {
    this.#class ??= (
      (await this.people['own staff'].post('/api/classes', { name: this.newName().slice(0, 20) })).json as ClassView
    ).id;
    return this.#class;
  }

  /** A pupil in that class. */
  async classPupil(): Promise<{ class: string; pupil: string }> {
    const id = await this.schoolClass();
    const { status, json } = await this.people['own staff'].post(`/api/classes/${id}/pupils`, {
      names: [this.newNickname()],
    });
    // A class is full at sixty; the next one does as well.
    if (status === 409 && this.#class !== null) {
      this.#class = null;
      return this.classPupil();
    }
    return { class: id, pupil: (json as ClassView).pupils.at(-1)?.id ?? '' };
  }

  /** A name that no pupil has. */
  newNickname(): string {
    this.#made += 1;
    return `Z${String(this.#made).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))} L.`;
  }

  /** A place on the staff that the own school offers. */
  async invitation(): Promise<{ id: string; token: string }> {
    const offer = { name: 'Mr Okoro', roles: ['teacher'] };
    return (await this.people['own staff'].post('/api/school/invitations', offer)).json;
  }

  /** Somebody new on the own staff, by id. */
  async colleague(): Promise<string> {
    const { token } = await this.invitation();
    const account = { email: `${this.newName()}@own.example`, password: 'a long enough one' };
    const { json } = await new PatientPerson(this.#server.url).post('/api/invitation/take', { token, ...account });
    return (json as { id: string }).id;
  }

  /** What the partner school looks at first: a released note, and the hash it was seen with. */
  async lookedAt(): Promise<{ record: string; hash: string }> {
    const partner = this.people['partner staff'];
    await partner.post(`/api/boards/${this.board}/school-rules`, { looksFirst: true });
    const { record } = await this.released();
    await partner.post(`/api/boards/${this.board}/first-look/take-back`, { records: [record] });
    const { json } = await partner.get(`/api/boards/${this.board}/first-look`);
    const { pieces } = json as { pieces: LookPiece[] };
    const item = pieces.flatMap(({ records }) => records).find((one) => one.record === record);
    if (!item) throw new Error('the partner school has nothing to look at');
    return item;
  }

  /** As the own staff know of it: a case is closed some seconds after its author rested. What is reported stays away (P38). */
  #waitingPiece(): Piece | undefined {
    const waiting = [...this.#teacher.cases.values()].filter(({ status }) => status === 'waiting');
    return waiting.flatMap(({ id, hash, records }) => {
      const record = records.find((one) => one !== this.#reported);
      return hash !== undefined && record !== undefined ? [{ record, case: id, hash }] : [];
    })[0];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#pupil.close(), this.#teacher.close()]);
    await this.#server.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
