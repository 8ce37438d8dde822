import type { Locale } from '../../../web/src/i18n/locales.ts';
import type { SignedIn } from '../http/signed-in.ts';

/** What the handshake established about a socket; nothing in it comes from later messages. */
export interface SocketData {
  signedIn: SignedIn;
  language: Locale;
}
