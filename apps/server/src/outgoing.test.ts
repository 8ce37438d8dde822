import { expect, it } from 'vitest';

import { createOutgoing, isPlace, NobodyAnswers } from './outgoing.ts';

it.each([
  'http://id.example/',
  'https://127.0.0.1/',
  'https://10.1.2.3/',
  'https://169.254.169.254/',
  'https://0x7f.1/',
  'https://2130706433/',
  'https://192.168.0.1/',
  'https://100.64.0.1/',
  'https://[::1]/',
  'https://[fd00::1]/',
  'https://[fe80::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[64:ff9b::a00:1]/',
  'https://[2002:a00:1::]/',
  'ftp://8.8.8.8/',
])('[SI22] goes to no address of a network of somebody’s own: %s', async (address) => {
  expect(isPlace(new URL(address), 'internet')).toBe(false);
  const asked = createOutgoing('internet')(address, { method: 'GET', headers: {} });
  await expect(asked).rejects.toBeInstanceOf(NobodyAnswers);
});

it.each(['https://8.8.8.8/', 'https://id.example/', 'https://[2606:4700::1]/'])(
  '[SI22] goes to the internet: %s',
  (at) => {
    expect(isPlace(new URL(at), 'internet')).toBe(true);
  },
);

it('[SI22] looks at where a name leads, and goes to this machine where it may', async () => {
  const asked = createOutgoing('internet')('https://localhost:9/', { method: 'GET', headers: {} });
  await expect(asked).rejects.toMatchObject({ cause: { message: 'no address to go to' } });
  expect(isPlace(new URL('http://127.0.0.1:9/'), 'here-too')).toBe(true);
  expect(isPlace(new URL('https://10.0.0.1/'), 'here-too')).toBe(false);
});
