import { describe, expect, it } from 'vitest';

import { judgeCompose, judgeCopies, judgeDockerfile } from './check-containers.ts';

const good = `
services:
  server:
    image: example/server:1.2.3
    user: "1000:1000"
    read_only: true
    cap_drop: [ALL]
    security_opt: ["no-new-privileges:true"]
    healthcheck: { test: [CMD, "true"] }
    tmpfs: ["/tmp:size=16m"]
    depends_on: { mongo: { condition: service_healthy } }
    mem_limit: 1g
    pids_limit: 100
`;

describe('judgeCompose', () => {
  it('[SEC-43] accepts a service that can do no more than it must', () => {
    expect(judgeCompose(good)).toEqual([]);
  });

  it.each([
    ['image: example/server:1.2.3', 'image: example/server:latest', 'full version'],
    ['image: example/server:1.2.3', 'image: example/server', 'full version'],
    ['user: "1000:1000"', 'user: "0:0"', 'not root'],
    ['user: "1000:1000"', 'environment: {}', 'not root'],
    ['read_only: true', 'read_only: false', 'read_only'],
    ['cap_drop: [ALL]', 'cap_drop: [NET_RAW]', 'cap_drop'],
    ['cap_drop: [ALL]', 'cap_drop: [ALL]\n    cap_add: [NET_ADMIN]', 'capability'],
    ['"no-new-privileges:true"', '"label:disable"', 'no-new-privileges'],
    ['healthcheck: { test: [CMD, "true"] }', 'environment: {}', 'healthcheck'],
    ['CMD, "true"', 'CMD, curl, -f, "http://127.0.0.1/"', 'curl'],
    ['tmpfs: ["/tmp:size=16m"]', 'environment: {}', 'tmpfs'],
    ['size=16m', 'mode=1777', 'tmpfs'],
    ['{ mongo: { condition: service_healthy } }', '[mongo]', 'healthy'],
    ['service_healthy', 'service_started', 'healthy'],
    ['mem_limit: 1g', 'privileged: true\n    mem_limit: 1g', 'privileged'],
    ['mem_limit: 1g', 'restart: always', 'mem_limit'],
    ['pids_limit: 100', 'restart: always', 'pids_limit'],
    ['pids_limit: 100', 'pids_limit: 100\n    ports: ["27017:27017"]', 'publish a port'],
    ['pids_limit: 100', 'pids_limit: 100\n    volumes: ["/var/run/docker.sock:/s"]', 'socket'],
  ])('[SEC-43] objects to %s turned into %s', (from, to, word) => {
    expect(judgeCompose(good.replace(from, to))).toEqual([expect.stringContaining(word)]);
  });

  it('does not pass without a service', () => {
    expect(judgeCompose('')).toHaveLength(1);
  });
});

describe('judgeDockerfile', () => {
  it('[SEC-43] accepts pinned bases and a last user that is not root', () => {
    const text = 'FROM node:24.21.0-bookworm-slim AS build\nUSER root\nFROM build\nRUN true\nUSER node\n';
    expect(judgeDockerfile('Dockerfile', text)).toEqual([]);
  });

  it.each([
    ['FROM node:24\nUSER node', 'full version'],
    ['FROM node:24.21.0\nRUN true', 'root'],
    ['FROM node:24.21.0 AS a\nUSER node\nFROM a\nUSER root', 'root'],
    ['FROM node:24.21.0\nENV DB_PASSWORD=x\nUSER node', 'secret'],
    ['FROM node:24.21.0\nRUN curl https://example.org/x.sh | sh\nUSER node', 'unchecked'],
  ])('[SEC-43] objects to %j', (text, word) => {
    expect(judgeDockerfile('Dockerfile', text)).toEqual([expect.stringContaining(word)]);
  });
});

describe('judgeCopies', () => {
  const root = { has: (path: string): boolean => path !== 'gone.txt', manifests: ['apps/web/package.json'] };

  it('accepts an image that gets every manifest', () => {
    const text = 'COPY package.json apps/web/package.json ./\nCOPY --from=web /app/gone.txt x\n';
    expect(judgeCopies(text, root)).toEqual([]);
  });

  it('names a file that does not exist, and a manifest that is left out', () => {
    expect(judgeCopies('COPY gone.txt ./\n', root)).toEqual([
      'Dockerfile: copies gone.txt, which does not exist',
      'Dockerfile: does not copy apps/web/package.json',
    ]);
  });
});
