/** One option of the environment, as the reference page shows it. */
export interface ConfigOption {
  readonly name: string;
  readonly default: string;
  /** One sentence: what it does and what it may be. */
  readonly sentence: string;
  /** Never quoted, and may come from a file that `NAME_FILE` names instead (SEC-42). */
  readonly isSecret?: true;
}

/** Every option there is; `docs/reference/configuration` is generated from this list. */
export const configOptions: readonly ConfigOption[] = [
  { name: 'PORT', default: '3000', sentence: 'The TCP port to listen on, from 0 to 65535; 0 takes any free one.' },
  {
    name: 'HOST',
    default: '127.0.0.1',
    sentence: 'The address to listen on; any other than loopback needs PUBLIC_URL with https and TRUSTED_PROXIES.',
  },
  {
    name: 'DATA_DIR',
    default: './data',
    sentence: 'The folder of the embedded database and of the instance key, seen from where the server starts.',
  },
  {
    name: 'MONGO_URL',
    default: '',
    isSecret: true,
    sentence: 'Keeps everything in this MongoDB (mongodb:// or mongodb+srv://) instead of the embedded database.',
  },
  {
    name: 'S3_URL',
    default: '',
    isSecret: true,
    sentence:
      'Keeps the bytes of pictures in this bucket (https://KEY:SECRET@host/bucket?region=NAME) instead of beside the rest.',
  },
  {
    name: 'PUBLIC_URL',
    default: '',
    sentence: 'The address people type, with http:// or https:// and no path; requests from other origins are refused.',
  },
  {
    name: 'DEMO',
    default: '1',
    sentence: '0 leaves an empty database empty; 1 fills it with a demo partnership, and only on a loopback address.',
  },
  {
    name: 'TRUSTED_PROXIES',
    default: '',
    sentence: 'Addresses or networks of reverse proxies whose X-Forwarded headers are believed, with commas between.',
  },
  {
    name: 'MAX_SOCKETS',
    default: '2000',
    sentence: 'How many live connections this server takes at a time, from 1 to 100000; one open board takes one.',
  },
  {
    name: 'MAX_SOCKETS_PER_NETWORK',
    default: '400',
    sentence: 'How many of them may come from one address, from 1 to 100000; a whole school is often behind one.',
  },
  {
    name: 'MAX_SOCKETS_PER_SESSION',
    default: '3',
    sentence: 'How many of them one sign-in on one device may have, from 1 to 100000; one tab with a board takes one.',
  },
  {
    name: 'SMTP_URL',
    default: '',
    isSecret: true,
    sentence:
      'The mail server that links for forgotten passwords go through (smtp:// or smtps://USER:PASSWORD@host:port); over the network it must speak TLS, unless ?ignoreTLS=true stands behind it.',
  },
  {
    name: 'MAIL_FROM',
    default: '',
    sentence: 'Who mails come from, as Bridgeboard <board@example.school>; goes with SMTP_URL.',
  },
  {
    name: 'OIDC_ISSUER',
    default: '',
    sentence:
      'The address of the provider that staff of schools without one of their own may also sign in with (OpenID Connect, https://); goes with the two below, and its way back is PUBLIC_URL/sign-in/provider.',
  },
  { name: 'OIDC_CLIENT_ID', default: '', sentence: 'What the provider calls this instance.' },
  {
    name: 'OIDC_CLIENT_SECRET',
    default: '',
    isSecret: true,
    sentence: 'What this instance proves to the provider that it is itself with.',
  },
  {
    name: 'OIDC_NAME',
    default: 'School account',
    sentence: 'What staff call the provider, as it stands on the button: "Sign in with …".',
  },
  {
    name: 'TLDRAW_LICENSE_KEY',
    default: '',
    isSecret: true,
    sentence: 'The licence key of tldraw that a school may have; it is handed to browsers and hides the watermark.',
  },
  {
    name: 'METRICS_TOKEN',
    default: '',
    isSecret: true,
    sentence:
      'Opens /metrics to whoever sends it as a bearer token, 20 characters or more; without it only this machine may.',
  },
  {
    name: 'LOG_LEVEL',
    default: 'info',
    sentence: 'How much is written to standard error: fatal, error, warn, info, debug, trace or silent.',
  },
];
