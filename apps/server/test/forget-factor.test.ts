import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { HttpPerson } from '@bridgeboard/testkit';
import { expect, it } from 'vitest';

import { appCode } from './app-code.ts';
import { codeOf, firstAdministrator, firstSchool } from './first-school.ts';
import { freshFolder, startInProcess } from './server-in-process.ts';

const run = promisify(execFile);
const { email, password } = firstAdministrator;

it('[SI20] whoever runs the instance lets in the last administrator who has lost everything, while the server is stopped', async () => {
  await using folder = await freshFolder();
  const env = { DATA_DIR: folder.path, DEMO: '0' };
  const command = (address: string): Promise<{ stdout: string }> =>
    run(process.execPath, ['tools/forget-factor.ts', address], { env: { ...process.env, ...env } });
  const first = await startInProcess(env);
  const head = new HttpPerson(first.url);
  await head.post('/api/set-up', { code: codeOf(first), school: firstSchool, administrator: firstAdministrator });
  const { secret } = (await head.post('/api/account/second-factor/begin', { password })).json as { secret: string };
  await head.post('/api/account/second-factor/confirm', { code: appCode(secret) });
  await expect(command(email)).rejects.toMatchObject({ stderr: expect.stringContaining('is running on the folder') });
  await first.close();

  await expect(command('nobody@hilltop.example')).rejects.toMatchObject({
    stderr: 'No member of staff has that address.\n',
  });
  expect((await command(email)).stdout).toContain('is gone');
  await using again = await startInProcess(env);
  const person = new HttpPerson(again.url, head.cookie);
  expect((await person.get('/api/me')).status).toBe(401);
  const signedIn = await person.post('/api/auth/sign-in/email', { email, password });
  expect(signedIn.json).toMatchObject({ user: { name: 'Mrs Shah' } });
  const lines = (await again.storage.audit.read(1, 50)).map(({ line }) => line);
  expect(lines.findLast(({ act }) => act === 'factor.forget')).toMatchObject({ by: null });
});
