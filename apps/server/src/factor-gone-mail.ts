import type { Locale } from '../../web/src/i18n/locales.ts';
import type { Identity } from './accounts/identity.ts';
import type { Sessions } from './accounts/session.ts';
import type { Mailer } from './mailer.ts';
import { sayIn } from './pages/say-in.ts';

interface Parts {
  readonly identity: { readonly passwords: Pick<Identity['passwords'], 'emailOf'> };
  readonly sessions: Pick<Sessions, 'staffMember'>;
  /** Null where the instance sends no mail. */
  readonly mailer: Mailer | null;
  readonly onError: (what: string, reason: unknown) => void;
}

/** Whoever did not ask for it hears that their second factor was taken away. */
export function createFactorGoneMail({ identity, sessions, mailer, onError }: Parts) {
  async function tell(person: string, language: Locale): Promise<void> {
    const [to, member] = [await identity.passwords.emailOf(person), await sessions.staffMember(person)];
    if (mailer === null || to === null || member === null) return;
    const say = sayIn(language);
    const text = say('mail.factorGone.text', { name: member.name });
    await mailer.send({ to, subject: say('mail.factorGone.subject'), text });
  }
  return (person: string, language: Locale): void => {
    tell(person, language).catch((reason: unknown) => onError('mail about a second factor', reason));
  };
}
