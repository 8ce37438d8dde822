import type { School, StaffMember } from '@bridgeboard/protocol';

import { chooseLocale } from '../../web/src/i18n/locales.ts';
import type { Identity } from './accounts/identity.ts';
import type { Mailer } from './mailer.ts';
import { sayIn } from './pages/say-in.ts';

interface Parts {
  readonly identity: { readonly passwords: Pick<Identity['passwords'], 'emailOf'> };
  readonly mailer: Mailer;
  /** Where people find this instance. */
  readonly url: () => string;
}

const places = { waits: '/queue', report: '/safeguarding' } as const;

/** Tells staff of a school that something is to be seen to; resolves to how many have been told. Rejects where nobody could be. */
export type AlertMail = (what: keyof typeof places, school: School, people: readonly StaffMember[]) => Promise<number>;

/** SGD11: in the language of the school, without a word of what it is about: a mail lies open on many a screen. */
export function createAlertMail({ identity, mailer, url }: Parts): AlertMail {
  return async (what, school, people) => {
    const say = sayIn(chooseLocale(school.languages));
    const subject = say(`mail.${what}.subject`);
    const tell = async ({ id, name }: StaffMember): Promise<boolean> => {
      const to = await identity.passwords.emailOf(id);
      if (to === null) return false;
      await mailer.send({ to, subject, text: say(`mail.${what}.text`, { name, link: `${url()}${places[what]}` }) });
      return true;
    };
    const told = await Promise.allSettled(people.map(tell));
    const sent = told.filter((one) => one.status === 'fulfilled' && one.value).length;
    const failed = told.find((one) => one.status === 'rejected');
    if (sent === 0 && failed) throw failed.reason;
    return sent;
  };
}
