import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { configOptions } from './config-options.ts';
import { isLoopbackOnly, readConfig } from './config.ts';

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
    ['OIDC_ISSUER', 'http://id.example'],
    ['OIDC_ISSUER', 'https://user:secret@id.example'],
    ['OIDC_ISSUER', 'https://id.example?x=y'],
    ['SMTP_URL', 'http://mail.example'],
    ['SMTP_URL', 'smtp://mail.example/folder'],
    ['MAIL_FROM', 'nobody'],
    ['MAIL_FROM', 'Board <board@a.example>, <x@b.example>'],
    ['TLDRAW_LICENSE_KEY', 'a b'],
    ['METRICS_TOKEN', 'shorter than twenty'],
    ['METRICS_TOKEN', 'nineteen-characters'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s stops the start with one sentence that names it', (name, value) => {
    const message = messageOf(() => readConfig({ [name]: value }));
    expect(message).toMatch(new RegExp(`^${name} cannot be .+\\.$`));
    expect(message).not.toContain('\n');
  });

  it('[SI10] takes a provider as a whole or not at all', () => {
    const asked = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'board', OIDC_CLIENT_SECRET: 'hush' };
    expect(readConfig({ OIDC_NAME: 'Ours' }).provider).toBeNull();
    expect(readConfig(asked).provider).toEqual({
      issuer: 'https://id.example',
      clientId: 'board',
      clientSecret: 'hush',
      name: 'School account',
    });
    expect(readConfig({ ...asked, OIDC_ISSUER: 'http://127.0.0.1:8080' }).provider).not.toBeNull();
    const message = messageOf(() => readConfig({ ...asked, OIDC_CLIENT_ID: '' }));
    expect(message).toContain('set all three');
    expect(message).not.toContain('hush');
  });

  it('[SI7] takes mail as a whole or not at all', () => {
    const from = 'Bridgeboard <board@a.example>';
    const smtpUrl = 'smtps://user:p%40ss@mail.a.example:465?ignoreTLS=true';
    expect(readConfig({}).mail).toBeNull();
    expect(readConfig({ SMTP_URL: smtpUrl, MAIL_FROM: from }).mail).toEqual({ smtpUrl, from });
    for (const alone of [{ SMTP_URL: smtpUrl }, { MAIL_FROM: from }]) {
      const message = messageOf(() => readConfig(alone));
      expect(message).toContain('needs both SMTP_URL and MAIL_FROM');
      expect(message).not.toContain('p%40ss');
    }
  });

  it('takes the numbers of sockets as they are given', () => {
    expect(readConfig({}).socketLimits).toEqual({ inAll: 2_000, perNetwork: 400, perSession: 3 });
    const given = { MAX_SOCKETS: '50', MAX_SOCKETS_PER_NETWORK: '1000', MAX_SOCKETS_PER_SESSION: '9' };
    expect(readConfig(given).socketLimits).toEqual({ inAll: 50, perNetwork: 1_000, perSession: 9 });
  });

  it('[SEC-42] keeps a password in MONGO_URL out of the sentence', () => {
    expect(messageOf(() => readConfig({ MONGO_URL: 'mongo://root:hunter2@db' }))).not.toContain('hunter2');
  });

  it('[SEC-42] a secret may come from a file, and only from one place', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bridgeboard-'));
    const file = join(folder, 'secret');
    await writeFile(file, 'mongodb://root:hunter2@db/boards\n');
    expect(readConfig({ MONGO_URL_FILE: file }).mongoUrl).toBe('mongodb://root:hunter2@db/boards');
    expect(messageOf(() => readConfig({ MONGO_URL_FILE: file, MONGO_URL: 'mongodb://db' }))).toMatch(
      /^MONGO_URL and MONGO_URL_FILE are both set: .+\.$/,
    );
    await writeFile(file, 'hunter2');
    const wrong = messageOf(() => readConfig({ METRICS_TOKEN_FILE: file }));
    expect(wrong).toMatch(/^METRICS_TOKEN cannot be what it is set to: /);
    expect(wrong).not.toContain('hunter2');
    await rm(folder, { recursive: true });
    expect(messageOf(() => readConfig({ MONGO_URL_FILE: file }))).toMatch(
      /^MONGO_URL_FILE=.+ cannot be read \(ENOENT\): .+\.$/,
    );
    expect(readConfig({ PORT_FILE: file }).port).toBe(3000);
  });

  describe.each(['127.0.0.1', 'localhost', '::1', '0.0.0.0', '::', '192.0.2.7', 'board.example'])('HOST=%s', (HOST) => {
    describe.each(['', 'http://board.example', 'https://board.example', 'http://localhost:3000'])(
      'PUBLIC_URL=%s',
      (PUBLIC_URL) => {
        it.each(['', '10.0.0.1', '10.0.0.0/8, ::1'])('[SEC-44] TRUSTED_PROXIES=%s', (TRUSTED_PROXIES) => {
          const isHere = ['127.0.0.1', 'localhost', '::1'].includes(HOST);
          const isSafe = isHere || (PUBLIC_URL.startsWith('https:') && TRUSTED_PROXIES !== '');
          const reason = messageOf(() => readConfig({ HOST, PUBLIC_URL, TRUSTED_PROXIES }));
          const refusal = `HOST=${HOST} can be reached from other machines: set PUBLIC_URL to an https address`;
          expect(reason).toContain(isSafe ? 'nothing was refused' : refusal);
        });
      },
    );
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
