import { passwordLength } from '@bridgeboard/protocol';
import { RateLimiterMemory } from 'rate-limiter-flexible';

import type { Locale } from '../../../web/src/i18n/locales.ts';
import { Refused } from '../http/refusal.ts';
import type { SignedIn } from '../http/signed-in.ts';
import type { Mailer } from '../mailer.ts';
import { sayIn } from '../pages/say-in.ts';
import type { Random } from '../time-and-chance.ts';
import { deviceWords } from './device-words.ts';
import type { NewSession } from './new-session.ts';
import type { PasswordAgain } from './password-again.ts';
import type { PasswordStore } from './password-store.ts';
import type { Asker, Sessions } from './session.ts';

interface PasswordsParts {
  readonly store: PasswordStore;
  readonly sessions: Sessions;
  readonly check: PasswordAgain;
  /** Null where the instance sends no mail. */
  readonly mailer: Mailer | null;
  /** Where people find this instance. */
  readonly url: () => string;
  readonly random: Random;
  readonly onError: (what: string, reason: unknown) => void;
}

/** How often a link may be asked for in an hour: by one network, which may be a whole school, and for one address by everybody. */
const asks = { byNetwork: 30, byAddress: 5, seconds: 3_600 } as const;

/** How long a link opens, in minutes. */
const linkMinutes = 30;

/** Another password for staff: by the old one, or for whoever reads their mails. */
export class Passwords {
  readonly #parts: PasswordsParts;
  readonly #networks = new RateLimiterMemory({ keyPrefix: 'network', points: asks.byNetwork, duration: asks.seconds });
  readonly #addresses = new RateLimiterMemory({ keyPrefix: 'address', points: asks.byAddress, duration: asks.seconds });

  constructor(parts: PasswordsParts) {
    this.#parts = parts;
  }

  get sendsMail(): boolean {
    return this.#parts.mailer !== null;
  }

  /**
   * Sends a link, if the address is one of our staff's. Answers before anything was looked up, so that neither the answer nor its
   * time tells whose addresses exist.
   */
  async ask(email: string, { network, language }: { network: string; language: Locale }): Promise<void> {
    const { mailer } = this.#parts;
    if (mailer === null) throw new Refused('NO_MAIL');
    await this.#networks.consume(network).catch(({ msBeforeNext }: { msBeforeNext: number }) => {
      throw new Refused('RATE', { retryAfterMs: msBeforeNext });
    });
    this.#inBackground(this.#sendLink(email.trim().toLowerCase(), { mailer, language }));
  }

  async #sendLink(email: string, { mailer, language }: { mailer: Mailer; language: Locale }): Promise<void> {
    const { store, sessions, url, random } = this.#parts;
    const known = await store.personOfEmail(email);
    const person = known && (await sessions.staffMember(known));
    if (!person || !(await this.#mayHaveAnother(email))) return;
    const token = random.bytes(32).toString('base64url');
    await store.keepLink(person.id, token, linkMinutes * 60_000);
    const say = sayIn(language);
    const values = { name: person.name, link: `${url()}/reset#${token}`, minutes: linkMinutes };
    await mailer.send({ to: email, subject: say('mail.reset.subject'), text: say('mail.reset.text', values) });
  }

  /** Whoever is asked for again and again gets no more mails; nobody is told. */
  async #mayHaveAnother(email: string): Promise<boolean> {
    return this.#addresses.consume(email).then(
      () => true,
      () => false,
    );
  }

  /** A new password by a link, once. All sessions end, and a second factor stays: nobody is signed in by this. Answers whose it was. */
  async useLink(token: string, { password, language }: { password: string; language: Locale }): Promise<string> {
    const { store, sessions } = this.#parts;
    checkNewPassword(password);
    const person = await store.personOfLink(token);
    if (person === null) throw new Refused('LINK_OVER');
    const isUsed = await sessions.endingSessions(person, () => store.useLink(person, { token, password }));
    if (!isUsed) throw new Refused('LINK_OVER');
    this.#inBackground(this.#tellOwner(person, language));
    return person;
  }

  /** A new password by the old one. All other sessions end; this one goes on under a new token (SEC-06). */
  async change(
    asker: SignedIn,
    { password, newPassword, language }: { password: string; newPassword: string; language: Locale },
    { headers, network }: Asker,
  ): Promise<NewSession> {
    const { store, sessions, check } = this.#parts;
    checkNewPassword(newPassword);
    const { id } = asker.person;
    const to = { password, newPassword, device: deviceWords(headers['user-agent']) };
    const session = await sessions.endingSessions(id, () =>
      check.counted(asker, network, () => store.change(headers, to)),
    );
    this.#inBackground(this.#tellOwner(id, language));
    return session;
  }

  /** Whoever did not do it themselves hears of it. */
  async #tellOwner(person: string, language: Locale): Promise<void> {
    const { store, mailer, sessions } = this.#parts;
    const [to, member] = [await store.emailOf(person), await sessions.staffMember(person)];
    if (mailer === null || to === null || member === null) return;
    const say = sayIn(language);
    const text = say('mail.changed.text', { name: member.name });
    await mailer.send({ to, subject: say('mail.changed.subject'), text });
  }

  #inBackground(work: Promise<void>): void {
    work.catch((reason: unknown) => this.#parts.onError('mail about a password', reason));
  }
}

/** Length is what makes a password strong; nothing else is asked of it. Throws `Refused` PASSWORD_SHORT. */
function checkNewPassword(password: string): void {
  if ([...password].length < passwordLength.min) throw new Refused('PASSWORD_SHORT');
}
