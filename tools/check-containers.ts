import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import type { CheckResult } from './gate/check-step.ts';

interface Service {
  readonly image?: string;
  readonly build?: unknown;
  readonly user?: string;
  readonly privileged?: boolean;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: { readonly test?: unknown };
  readonly mem_limit?: string;
  readonly pids_limit?: number;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly restart?: string;
  readonly tmpfs?: readonly string[];
  /** As a list there is no condition, and the other one has only been started. */
  readonly depends_on?: readonly string[] | Readonly<Record<string, { readonly condition?: string }>>;
}

interface Demand {
  readonly isMet: (service: Service, name: string) => boolean;
  readonly say: string;
}

/** The one service that people may reach from outside. */
const doorkeeper = 'proxy';

function isPinned(image: string): boolean {
  const tag = /:([^/@]+)$/.exec(image)?.[1] ?? '';
  return image.includes('@sha256:') || /^v?\d+\.\d+\.\d+/.test(tag);
}

function isRoot(user: string | undefined): boolean {
  return user === undefined || /^(?:root|0)(?::|$)/.test(user);
}

const demands: readonly Demand[] = [
  {
    isMet: ({ image, build }) => build !== undefined || isPinned(image ?? ''),
    say: 'image needs a full version as its tag',
  },
  { isMet: ({ user }) => !isRoot(user), say: 'must name a user that is not root' },
  { isMet: ({ privileged }) => privileged !== true, say: 'must not be privileged' },
  { isMet: ({ read_only }) => read_only === true, say: 'needs read_only: true' },
  { isMet: ({ cap_drop }) => cap_drop?.includes('ALL') === true, say: 'needs cap_drop: [ALL]' },
  { isMet: ({ cap_add }) => (cap_add ?? []).length === 0, say: 'must not add a capability' },
  {
    isMet: ({ security_opt }) => security_opt?.includes('no-new-privileges:true') === true,
    say: 'needs security_opt: [no-new-privileges:true]',
  },
  { isMet: ({ healthcheck }) => healthcheck?.test !== undefined, say: 'needs a healthcheck' },
  {
    isMet: ({ healthcheck }) => !JSON.stringify(healthcheck?.test ?? '').includes('curl'),
    say: 'must not check its health by curl, which slim images do not have',
  },
  {
    isMet: ({ tmpfs }) => tmpfs?.some((mount) => /^\/tmp:.*\bsize=/.test(mount)) === true,
    say: 'needs /tmp as a tmpfs with a size',
  },
  {
    isMet: ({ depends_on }) =>
      Object.values(depends_on ?? {}).every((on) => typeof on === 'object' && on.condition === 'service_healthy'),
    say: 'must wait until what it depends on is healthy',
  },
  { isMet: ({ mem_limit }) => mem_limit !== undefined, say: 'needs a mem_limit' },
  { isMet: ({ pids_limit }) => pids_limit !== undefined, say: 'needs a pids_limit' },
  { isMet: ({ ports }, name) => name === doorkeeper || (ports ?? []).length === 0, say: 'must not publish a port' },
  {
    isMet: ({ volumes }) => !(volumes ?? []).some((volume) => volume.includes('docker.sock')),
    say: "must not hold the engine's socket",
  },
];

/** Every service of docker-compose.yml, against the demands above. */
export function judgeCompose(text: string): string[] {
  const { services = {} } = (parse(text, { merge: true }) ?? {}) as { services?: Record<string, Service> };
  const found = Object.entries(services);
  if (found.length === 0) return ['docker-compose.yml: no service'];
  return found.flatMap(([name, service]) =>
    demands.filter(({ isMet }) => !isMet(service, name)).map(({ say }) => `docker-compose.yml: ${name} ${say}`),
  );
}

/** A Dockerfile of ours: pinned bases, and a last stage that is not root's. */
export function judgeDockerfile(path: string, text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const stages = new Set<string>();
  const problems: string[] = [];
  for (const line of lines) {
    const [, base = '', name] = /^FROM\s+(\S+)(?:\s+AS\s+(\S+))?/i.exec(line) ?? [];
    if (base && !stages.has(base) && !isPinned(base)) problems.push(`${path}: ${base} needs a full version as its tag`);
    if (name) stages.add(name);
    if (/^ADD\s+https?:|curl[^|]*\|\s*(?:ba)?sh/.test(line)) problems.push(`${path}: fetches a program unchecked`);
    if (/^(?:ENV|ARG)\s+\S*(?:SECRET|PASSWORD|TOKEN)/i.test(line))
      problems.push(`${path}: a secret would stay in the image`);
  }
  const lastStage = lines.slice(lines.findLastIndex((line) => /^FROM\s/i.test(line)));
  const user = lastStage.findLast((line) => /^USER\s/i.test(line))?.replace(/^USER\s+/i, '');
  if (isRoot(user)) problems.push(`${path}: the last USER must not be root`);
  return problems;
}

/** What is installed in an image is what its manifests say: each of them has to be there, and each file that is named. */
export function judgeCopies(
  text: string,
  root: { has(path: string): boolean; manifests: readonly string[] },
): string[] {
  const copied = text
    .split('\n')
    .map((line) => /^COPY\s+(?!--from)(.+)\s\S+$/.exec(line.trim())?.[1]?.split(/\s+/) ?? [])
    .flat();
  return [
    ...copied.filter((path) => !root.has(path)).map((path) => `Dockerfile: copies ${path}, which does not exist`),
    ...root.manifests.filter((path) => !copied.includes(path)).map((path) => `Dockerfile: does not copy ${path}`),
  ];
}

function manifestsIn(root: string): string[] {
  return ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .map((name) => `${folder}/${name}/package.json`)
      .filter((path) => existsSync(join(root, path))),
  );
}

const dockerfiles = ['Dockerfile', 'deploy/proxy.Dockerfile'];

export function checkContainers(root: string): CheckResult {
  const read = (path: string): string => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
  const problems = [
    ...judgeCompose(read('docker-compose.yml')),
    ...dockerfiles.flatMap((path) => judgeDockerfile(path, read(path))),
    ...judgeCopies(read('Dockerfile'), {
      has: (path) => existsSync(join(root, path)),
      manifests: manifestsIn(root),
    }),
  ];
  return { problems, summary: `docker-compose.yml, ${dockerfiles.join(', ')}` };
}
