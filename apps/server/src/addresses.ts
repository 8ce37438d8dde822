import { isLoopback } from './config.ts';
import type { Config } from './config.ts';

/** Where people find this instance. */
export interface Addresses {
  /** What people type. */
  readonly url: string;
  /** Origins that pages of ours may have. */
  readonly origins: readonly string[];
}

/** The addresses of a server that listens on this port. On loopback the machine has several names for itself. */
export function addressesOf({ host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>, port: number): Addresses {
  const own = isLoopback(host) ? [...new Set(['localhost', '127.0.0.1', host.includes(':') ? `[${host}]` : host])] : [];
  const local = own.map((name) => `http://${name}:${port}`);
  if (publicUrl === null) return { url: local[0] ?? `http://${host}:${port}`, origins: local };
  // Behind https nobody of ours comes by http; without it a developer's second server may stand in front.
  return { url: publicUrl, origins: publicUrl.startsWith('https:') ? [publicUrl] : [publicUrl, ...local] };
}
