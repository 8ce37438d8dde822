import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A package as somebody might publish it. */
export interface Planted {
  readonly name: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly publishedAt: Date;
}

const version = '1.0.0';

function pack(folder: string, { name, scripts }: Planted): Buffer {
  const source = join(folder, name, 'package');
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, 'package.json'), JSON.stringify({ name, version, license: 'MIT', scripts }));
  const tarball = join(folder, `${name}.tgz`);
  spawnSync('tar', ['-czf', tarball, '-C', join(folder, name), 'package']);
  return readFileSync(tarball);
}

/** A registry on loopback that has these packages and no others; ends with its scope. */
export class PlantedRegistry {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(folder: string, packages: readonly Planted[]): Promise<PlantedRegistry> {
    const known = new Map(packages.map((each) => [each.name, { ...each, tarball: pack(folder, each) }]));
    const server = createServer((request, response) => {
      const [, name = '', file] = (request.url ?? '').split('/');
      const found = known.get(name);
      if (found === undefined) response.writeHead(404).end('{}');
      else if (file !== undefined) response.end(found.tarball);
      else response.setHeader('content-type', 'application/json').end(JSON.stringify(about(found, urlOf(server))));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new PlantedRegistry(server);
  }

  get url(): string {
    return urlOf(this.#server);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** What a registry says of a package. */
function about({ name, scripts, publishedAt, tarball }: Planted & { tarball: Buffer }, url: string): object {
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  const dist = { tarball: `${url}${name}/${name}.tgz`, integrity };
  const at = publishedAt.toISOString();
  return {
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { name, version, scripts, hasInstallScript: scripts !== undefined, dist } },
    time: { created: at, modified: at, [version]: at },
  };
}
