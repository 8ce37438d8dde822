import { isIP } from 'node:net';
import { resolve } from 'node:path';

import * as z from 'zod';

import { givenIn } from './given-option.ts';
import type { SocketLimits } from './realtime/limits/socket-door.ts';
import { StartFailure } from './start-failure.ts';

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

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The environment after it was checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataDir: string;
  readonly mongoUrl: string | null;
  readonly s3Url: string | null;
  /** An origin without a slash at its end, or null. */
  readonly publicUrl: string | null;
  readonly demo: boolean;
  readonly trustedProxies: readonly string[];
  readonly socketLimits: SocketLimits;
  readonly tldrawLicenseKey: string | null;
  readonly metricsToken: string | null;
  readonly logLevel: (typeof logLevels)[number];
}

/** An address, or a network as `10.0.0.0/8`. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href && url.username === '';
}

const text = z.string().trim();
const count = text
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(100_000));
const environment = z.object({
  PORT: text
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535)),
  HOST: text.regex(/^[A-Za-z0-9.:_-]+$/),
  DATA_DIR: text.min(1).refine((path) => !path.includes('\0')),
  MONGO_URL: text.regex(/^(?:mongodb(?:\+srv)?:\/\/\S+)?$/),
  S3_URL: text.regex(/^(?:https?:\/\/[^\s:@/]+:[^\s:@/]+@[^\s/?#@]+\/[a-z0-9.-]{3,63}(?:\?region=[a-z0-9-]+)?)?$/),
  PUBLIC_URL: text.refine((url) => url === '' || isOrigin(url)),
  DEMO: z.enum(['0', '1']),
  TRUSTED_PROXIES: text
    .transform((list) =>
      list
        .split(',')
        .map((proxy) => proxy.trim())
        .filter((proxy) => proxy !== ''),
    )
    .pipe(z.array(z.string().refine(isNetwork))),
  MAX_SOCKETS: count,
  MAX_SOCKETS_PER_NETWORK: count,
  MAX_SOCKETS_PER_SESSION: count,
  TLDRAW_LICENSE_KEY: text.regex(/^[\x21-\x7e]*$/),
  METRICS_TOKEN: text.regex(/^(?:[\x21-\x7e]{20,})?$/),
  LOG_LEVEL: z.enum(logLevels),
});

/** True for an address or name that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * True where only people at this machine can come in: the server listens on loopback, and no other address is given out.
 * Demo people exist only there.
 */
export function isLoopbackOnly(config: Pick<Config, 'host' | 'publicUrl'>): boolean {
  return isLoopback(config.host) && (config.publicUrl === null || isLoopback(new URL(config.publicUrl).hostname));
}

function checkTogether(config: Config): void {
  if (isLoopback(config.host)) return;
  if (config.publicUrl?.startsWith('https://') && config.trustedProxies.length > 0) return;
  throw new StartFailure(
    `HOST=${config.host} can be reached from other machines: set PUBLIC_URL to an https address and TRUSTED_PROXIES to the proxy in front, or leave HOST at 127.0.0.1.`,
  );
}

function badValue(name: string, given: Readonly<Record<string, string>>): StartFailure {
  const { sentence = '', isSecret } = configOptions.find((option) => option.name === name) ?? {};
  const meaning = sentence.charAt(0).toLowerCase() + sentence.slice(1);
  // Addresses of databases hold passwords, which must not end up in a terminal's history.
  const value = isSecret ? 'what it is set to' : `"${given[name] ?? ''}"`;
  return new StartFailure(`${name} cannot be ${value}: ${meaning}`);
}

/** Reads the environment. Throws `StartFailure` with one sentence that names the first option it cannot use. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    // An empty value means the option is not set: so compose files and shells can hand options on.
    configOptions.map((option) => [option.name, givenIn(env, option) || option.default]),
  );
  const read = environment.safeParse(given);
  if (!read.success) throw badValue(String(read.error.issues[0]?.path[0]), given);
  const values = read.data;
  const config: Config = {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    mongoUrl: values.MONGO_URL || null,
    s3Url: values.S3_URL || null,
    publicUrl: values.PUBLIC_URL === '' ? null : new URL(values.PUBLIC_URL).origin,
    demo: values.DEMO === '1',
    trustedProxies: values.TRUSTED_PROXIES,
    socketLimits: {
      inAll: values.MAX_SOCKETS,
      perNetwork: values.MAX_SOCKETS_PER_NETWORK,
      perSession: values.MAX_SOCKETS_PER_SESSION,
    },
    tldrawLicenseKey: values.TLDRAW_LICENSE_KEY || null,
    metricsToken: values.METRICS_TOKEN || null,
    logLevel: values.LOG_LEVEL,
  };
  checkTogether(config);
  return config;
}
