import { describe, expect, it } from 'vitest';

import { configOptions, isLoopbackOnly, readConfig } from './config.ts';

const lan = { HOST: '0.0.0.0', PUBLIC_URL: 'https://board.example', TRUSTED_PROXIES: '10.0.0.1' };

describe('configuration', () => {
  it('starts on loopback with a folder when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      mongoUrl: null,
      s3Url: null,
      publicUrl: null,
      demo: true,
    });
    expect(readConfig({}).dataDir).toMatch(/\/data$/);
    expect(readConfig({ PORT: '', DEMO: ' ' })).toMatchObject({ port: 3000, demo: true });
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['HOST', 'two words'],
    ['DATA_DIR', 'a\0b'],
    ['MONGO_URL', 'http://localhost'],
    ['S3_URL', 'https://s3.example/bucket'],
    ['S3_URL', 'https://key:secret@s3.example/'],
    ['S3_URL', 'https://key:secret@s3.example/bucket/deeper'],
    ['PUBLIC_URL', 'board.example'],
    ['PUBLIC_URL', 'https://board.example/path'],
    ['PUBLIC_URL', 'https://user:secret@board.example'],
    ['PUBLIC_URL', 'ftp://board.example'],
    ['DEMO', 'yes'],
    ['TRUSTED_PROXIES', '10.0.0.1, proxy'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['MAX_SOCKETS', '0'],
    ['MAX_SOCKETS', '100001'],
    ['MAX_SOCKETS_PER_NETWORK', 'many'],
    ['MAX_SOCKETS_PER_SESSION', '-1'],
    ['TLDRAW_LICENSE_KEY', 'a b'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s stops the start with one sentence that names it', (name, value) => {
    const message = messageOf(() => readConfig({ [name]: value }));
    expect(message).toMatch(new RegExp(`^${name} cannot be .+\\.$`));
    expect(message).not.toContain('\n');
  });

  it('takes the numbers of sockets as they are given', () => {
    expect(readConfig({}).socketLimits).toEqual({ inAll: 2_000, perNetwork: 400, perSession: 3 });
    const given = { MAX_SOCKETS: '50', MAX_SOCKETS_PER_NETWORK: '1000', MAX_SOCKETS_PER_SESSION: '9' };
    expect(readConfig(given).socketLimits).toEqual({ inAll: 50, perNetwork: 1_000, perSession: 9 });
  });

  it('[SEC-42] keeps a password in MONGO_URL out of the sentence', () => {
    expect(messageOf(() => readConfig({ MONGO_URL: 'mongo://root:hunter2@db' }))).not.toContain('hunter2');
  });

  it('[SEC-44] another host than loopback needs https in front and a trusted proxy', () => {
    expect(readConfig(lan)).toMatchObject({ publicUrl: 'https://board.example', trustedProxies: ['10.0.0.1'] });
    for (const missing of [{ PUBLIC_URL: '' }, { PUBLIC_URL: 'http://board.example' }, { TRUSTED_PROXIES: '' }]) {
      expect(messageOf(() => readConfig({ ...lan, ...missing }))).toContain('HOST=0.0.0.0');
    }
  });

  it('the demo is for loopback only, also where a proxy gives out another address', () => {
    expect(isLoopbackOnly(readConfig({}))).toBe(true);
    expect(isLoopbackOnly(readConfig({ PUBLIC_URL: 'http://localhost:5173' }))).toBe(true);
    expect(isLoopbackOnly(readConfig({ PUBLIC_URL: 'https://board.example' }))).toBe(false);
    expect(isLoopbackOnly(readConfig(lan))).toBe(false);
  });

  it('says one sentence about every option', () => {
    for (const option of configOptions) expect(option.sentence).toMatch(/^[A-Z0-9].{20,}\.$/);
  });
});

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  return 'nothing was refused';
}
