import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config';
import { StartError } from './platform/start-error';

it('has a default for everything', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '0.0.0.0',
    dataDir: resolve('./data'),
    publicUrl: null,
    whoMayCreate: 'anyone',
    logLevel: 'warn',
    metricsToken: null,
    demo: true,
    behindProxy: false,
  });
});

it('an empty value is none', () => {
  const empty = { PORT: '', HOST: '', DATA_DIR: '', PUBLIC_URL: '', WHO_MAY_CREATE: '', LOG_LEVEL: '' };
  expect(readConfig({ ...empty, BEHIND_PROXY: '' })).toEqual(readConfig({}));
});

it('the data folder is where the command was given', () => {
  expect(readConfig({ INIT_CWD: '/srv/hall', DATA_DIR: 'records' }).dataDir).toBe('/srv/hall/records');
  expect(readConfig({ INIT_CWD: '/srv/hall', DATA_DIR: '/var/records' }).dataDir).toBe('/var/records');
});

it.each([
  ['PORT', '0', { port: 0 }],
  ['PORT', '65535', { port: 65_535 }],
  ['HOST', '::', { host: '::' }],
  ['PUBLIC_URL', 'https://mufakat.example', { publicUrl: 'https://mufakat.example' }],
  ['PUBLIC_URL', 'https://Mufakat.example/', { publicUrl: 'https://mufakat.example' }],
  ['PUBLIC_URL', 'http://hall.local:3000', { publicUrl: 'http://hall.local:3000' }],
  ['WHO_MAY_CREATE', 'invited', { whoMayCreate: 'invited' }],
  ['WHO_MAY_CREATE', 'nobody', { whoMayCreate: 'nobody' }],
  ['LOG_LEVEL', 'trace', { logLevel: 'trace' }],
  ['BEHIND_PROXY', 'yes', { behindProxy: true }],
])('takes %s=%s', (name, value, part) => {
  expect(readConfig({ [name]: value })).toMatchObject(part);
});

describe('a bad value is named, with what was expected', () => {
  it.each([
    ['PORT', '-1', 'a whole number from 0 to 65535'],
    ['PORT', '65536', 'a whole number'],
    ['PORT', '3000.5', 'a whole number'],
    ['PORT', ' ', 'a whole number'],
    ['PORT', '0x10', 'a whole number'],
    ['PORT', '1e3', 'a whole number'],
    ['PUBLIC_URL', 'mufakat.example', 'an address such as'],
    ['PUBLIC_URL', 'ftp://mufakat.example', 'an address such as'],
    ['PUBLIC_URL', 'https://mufakat.example/hall', 'without a path'],
    ['PUBLIC_URL', 'https://mufakat.example/?a=b', 'without a path'],
    ['PUBLIC_URL', 'https://mufakat.example/#top', 'without a path'],
    ['PUBLIC_URL', 'https://ani:secret@mufakat.example', 'without a path'],
    ['WHO_MAY_CREATE', 'Anyone', 'one of anyone, invited, nobody'],
    ['LOG_LEVEL', 'loud', 'one of fatal'],
    ['BEHIND_PROXY', 'true', 'yes or no'],
  ])('%s=%s', (name, value, expected) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(StartError);
    expect(read).toThrow(`${name} is "${value}"; expected `);
    expect(read).toThrow(expected);
  });
});
