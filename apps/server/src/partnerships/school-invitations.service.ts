import {
  confirmSchool,
  foundPartnership,
  inviteSchool,
  isInvitationOpen,
  signCharter,
  signInvitation,
  withdrawInvitation,
} from '@bridgeboard/domain';
import type { CharterInvitation, CharterPage, Partnership, PartnershipOffer } from '@bridgeboard/protocol';
import type { BoardCatalogue, Directory } from '@bridgeboard/storage';
import type { LimitFunction } from 'p-limit';

import { found, Refused } from '../http/refusal.ts';
import type { SignedIn } from '../http/signed-in.ts';
import { hashOfSecret, isSecretOf } from '../link-secret.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import { newId } from '../time-and-chance.ts';
import type { Clock, Random } from '../time-and-chance.ts';
import { changePartnership } from './change-partnership.ts';
import { makeCharterPage, partnersIn } from './charter-page.ts';

interface Parts<SchoolWish> {
  readonly directory: Directory;
  readonly catalogue: Pick<BoardCatalogue, 'boardsOf'>;
  readonly schoolBrief: SchoolBriefs;
  /** Makes a school that is not here yet, with its first administrator. */
  readonly foundSchool: (wish: SchoolWish) => Promise<Signing>;
  /** What changes who runs a school waits its turn, so that a link is not used while it is taken back. */
  readonly inTurn: LimitFunction;
  readonly clock: Clock;
  readonly random: Random;
}

/** A school, and who signs for it. */
interface Signing {
  readonly school: string;
  readonly person: string;
}

interface Link {
  readonly partnership: Partnership;
  readonly id: string;
}

/** How a partnership begins and how schools come in: by a link, a signature, and a word of each school that is in already. */
export class SchoolInvitations<SchoolWish> {
  readonly #parts: Parts<SchoolWish>;

  constructor(parts: Parts<SchoolWish>) {
    this.#parts = parts;
  }

  /** A partnership that the own school alone has signed. */
  async begin(by: SignedIn, title: string): Promise<CharterPage> {
    const { directory, clock, random } = this.#parts;
    const now = clock.now();
    const { id: person, school } = by.person;
    const { rules } = found(await directory.school(school));
    const blank = foundPartnership({ id: newId(random), title, createdAt: now });
    const partnership = signCharter(blank, { by: { school, person }, rules, now });
    await directory.putPartnership(partnership);
    return makeCharterPage(this.#parts, partnership, by);
  }

  /** The link's token is told this once; the store keeps a hash of its secret. */
  async invite(by: SignedIn, partnership: string): Promise<{ id: string; expiresAt: number; token: string }> {
    const { directory, random } = this.#parts;
    const [id, secret] = [newId(random), newId(random)];
    const invitation = { id, hash: hashOfSecret(secret) };
    const act = this.#act({ school: by.person.school, person: by.person.id });
    const after = await changePartnership(directory, partnership, (before) => inviteSchool(before, invitation, act));
    const { expiresAt } = found(after.invitations.find((one) => one.id === id) ?? null);
    return { id, expiresAt, token: `${partnership}.${id}.${secret}` };
  }

  answer(
    by: SignedIn,
    { partnership, id }: { partnership: string; id: string },
    answer: 'confirm' | 'withdraw',
  ): Promise<CharterPage> {
    const { directory, inTurn } = this.#parts;
    const decide = answer === 'confirm' ? confirmSchool : withdrawInvitation;
    const act = this.#act({ school: by.person.school, person: by.person.id });
    return inTurn(async () => {
      const after = await changePartnership(directory, partnership, (before) => decide(before, id, act));
      return makeCharterPage(this.#parts, after, by);
    });
  }

  /** Who asks by a link, and under what rules. Throws `Refused` INVITATION_OVER for every link that asks nobody in, alike. */
  async read(token: string): Promise<PartnershipOffer> {
    const { partnership } = await this.#linkOf(token);
    return { title: partnership.title, schools: await partnersIn(this.#parts.directory, partnership) };
  }

  /** Signs for a school that is here; answers the partnership's id. */
  sign({ person }: SignedIn, token: string): Promise<string> {
    return this.#parts.inTurn(async () => {
      return this.#sign(await this.#linkOf(token), { school: person.school, person: person.id });
    });
  }

  /** Sets up a school that is not here yet and signs for it. A refused try leaves nothing behind, and does not use the link up. */
  setUp(token: string, wish: SchoolWish): Promise<{ school: string; partnership: string }> {
    return this.#parts.inTurn(async () => {
      const link = await this.#linkOf(token);
      const signing = await this.#parts.foundSchool(wish);
      return { school: signing.school, partnership: await this.#sign(link, signing) };
    });
  }

  async #sign({ partnership, id }: Link, signing: Signing): Promise<string> {
    const { directory } = this.#parts;
    const { rules } = found(await directory.school(signing.school));
    const act = this.#act(signing);
    await changePartnership(directory, partnership.id, (before) => signInvitation(before, { id, rules }, act));
    return partnership.id;
  }

  async #linkOf(token: string): Promise<Link> {
    const { directory, clock } = this.#parts;
    const [of = '', id = '', secret = ''] = token.split('.');
    const partnership = await directory.partnership(of);
    const invitation = partnership?.invitations.find((one) => one.id === id);
    const isOpen =
      invitation !== undefined && isInvitationOpen(invitation, clock.now()) && isSecretOf(secret, invitation.hash);
    if (!isOpen || partnership === null || !(await this.#mayInvite(partnership, invitation)))
      throw new Refused('INVITATION_OVER');
    return { partnership, id };
  }

  /** Asked again here: whoever is no administrator any more, or of no school of the partnership, asks nobody in. */
  async #mayInvite({ schools }: Partnership, { by, school }: CharterInvitation): Promise<boolean> {
    const member = await this.#parts.directory.staff(by);
    const isAdministrator = member !== null && member.endedAt === null && member.roles.includes('administrator');
    return isAdministrator && schools.includes(school);
  }

  #act(by: Signing): { by: Signing; now: number } {
    return { by, now: this.#parts.clock.now() };
  }
}
