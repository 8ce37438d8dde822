import { isIP } from 'node:net';
import { resolve } from 'node:path';

import * as z from 'zod';

import { configOptions } from './config-options.ts';
import { givenIn } from './given-option.ts';
import type { SocketLimits } from './realtime/limits/socket-door.ts';
import { StartFailure } from './start-failure.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Where mails go, and who they come from. */
export interface MailConfig {
  readonly smtpUrl: string;
  readonly from: string;
}

/** A provider of sign-in outside (OpenID Connect), for schools that have none of their own. */
export interface ProviderConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
}

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
  /** Null where staff sign in here alone. */
  readonly provider: ProviderConfig | null;
  /** Null where this instance sends no mail. */
  readonly mail: MailConfig | null;
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

/** Tokens come from there: over the network it must be who it says it is. */
export function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
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
  OIDC_ISSUER: text.refine((url) => url === '' || isIssuer(url)),
  OIDC_CLIENT_ID: text.max(300),
  OIDC_CLIENT_SECRET: text.max(1_000),
  OIDC_NAME: text.min(1).max(60),
  SMTP_URL: text.regex(/^(?:smtps?:\/\/[^\s/]+\/?(?:\?\S*)?)?$/).refine((url) => url === '' || URL.canParse(url)),
  MAIL_FROM: text.regex(/^(?:(?:[^<>\r\n]+ )?<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)?$/),
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

/** One without the other would send nothing, and nobody would notice before it is needed. */
function mailOf({ SMTP_URL: smtpUrl, MAIL_FROM: from }: { SMTP_URL: string; MAIL_FROM: string }): MailConfig | null {
  if (smtpUrl === '' && from === '') return null;
  if (smtpUrl !== '' && from !== '') return { smtpUrl, from };
  throw new StartFailure(
    `${smtpUrl === '' ? 'MAIL_FROM' : 'SMTP_URL'} is set alone: mail needs both SMTP_URL and MAIL_FROM, or neither.`,
  );
}

function providerOf(values: z.infer<typeof environment>): ProviderConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = values;
  if (issuer === '' && clientId === '' && clientSecret === '') return null;
  if (issuer !== '' && clientId !== '' && clientSecret !== '') return { issuer, clientId, clientSecret, name };
  throw new StartFailure(
    'A provider needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: set all three, or none.',
  );
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
    provider: providerOf(values),
    mail: mailOf(values),
    tldrawLicenseKey: values.TLDRAW_LICENSE_KEY || null,
    metricsToken: values.METRICS_TOKEN || null,
    logLevel: values.LOG_LEVEL,
  };
  checkTogether(config);
  return config;
}
