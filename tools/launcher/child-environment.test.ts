import { delimiter } from 'node:path';

import { describe, expect, it } from 'vitest';

import { childEnvironment } from './child-environment.mjs';

describe('childEnvironment', () => {
  it('puts the toolchain before the host in the path', () => {
    const env = childEnvironment({ PATH: '/usr/bin' }, ['/tools/node', '/tools/pnpm']);
    expect(env['PATH']).toBe(['/tools/node', '/tools/pnpm', '/usr/bin'].join(delimiter));
  });

  it('writes to the spelling of PATH that the host uses', () => {
    expect(childEnvironment({ Path: 'C:\\Windows' }, ['C:\\tools'])).toEqual({
      Path: `C:\\tools${delimiter}C:\\Windows`,
    });
  });

  it("drops what npm says about its own run and keeps the school's own settings", () => {
    const env = childEnvironment({ PATH: '', npm_config_prefix: '/usr', npm_package_name: 'x', PORT: '8080' }, []);
    expect(env).toEqual({ PATH: '', PORT: '8080' });
  });

  it.each([
    'npm_config_registry',
    'npm_config_@school:registry',
    'npm_config_https_proxy',
    'npm_config_proxy',
    'npm_config_noproxy',
    'npm_config_cafile',
    'npm_config_strict_ssl',
    'npm_config_ignore_scripts',
    'npm_config_userconfig',
  ])('keeps %s, which the school itself decided', (name) => {
    expect(childEnvironment({ [name]: 'value' }, [])).toMatchObject({ [name]: 'value' });
  });

  it("says it again under pnpm's name, unless pnpm was told something else", () => {
    const told = {
      'npm_config_https-proxy': 'http://a',
      npm_config_registry: 'http://b',
      pnpm_config_registry: 'http://c',
    };
    expect(childEnvironment({ ...told, npm_config_noproxy: '' }, [])).toEqual({
      ...told,
      npm_config_noproxy: '',
      pnpm_config_https_proxy: 'http://a',
      PATH: '',
    });
  });
});
