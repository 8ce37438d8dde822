import { expect, it } from 'vitest';

import { fillAppShell } from './app-shell.ts';

const shell = '<!doctype html>\n<html lang="en" dir="ltr">\n<head></head><body></body></html>';

it('puts the reader’s language, direction and light on the page before any script runs', () => {
  expect(fillAppShell(shell, { locale: 'ar', theme: 'dark' })).toContain(
    '<html lang="ar" dir="rtl" data-theme="dark">',
  );
  expect(fillAppShell(shell, { locale: 'fr' })).toContain('<html lang="fr" dir="ltr">');
});

it('says in the reader’s language that scripts are needed', () => {
  expect(fillAppShell(shell, { locale: 'en' })).toContain('<noscript><p>This page needs JavaScript.');
  expect(fillAppShell(shell, { locale: 'ar' })).toContain('<noscript><p>تحتاج');
});
