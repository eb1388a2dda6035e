/** What stops a start, and that it says so in one line; what a running server refuses to share. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { newDataDir, runServer, ServerProcess } from '../harness/server-process';

const mufakat = fileURLToPath(new URL('../../apps/cli/dist/mufakat.js', import.meta.url));
const running: ServerProcess[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.dispose()));
});

async function start(options?: Parameters<typeof ServerProcess.start>[0]): Promise<ServerProcess> {
  const server = await ServerProcess.start(options);
  running.push(server);
  return server;
}

function oneLine(output: string): string {
  const lines = output.trim().split('\n');
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}

describe('a start that cannot be', () => {
  test.each([
    ['PORT', 'three thousand', /PORT is "three thousand"; expected a whole number from 0 to 65535/],
    ['PORT', '70000', /PORT is "70000"; expected a whole number/],
    ['PUBLIC_URL', 'mufakat.example', /PUBLIC_URL is "mufakat\.example"; expected an address such as https:/],
    ['PUBLIC_URL', 'https://mufakat.example/path', /PUBLIC_URL is .* without a path/],
    ['WHO_MAY_CREATE', 'everyone', /WHO_MAY_CREATE is "everyone"; expected one of anyone, invited, nobody/],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL is "loud"; expected one of/],
    [
      'HOST',
      'no.such.host.invalid',
      /HOST is "no\.such\.host\.invalid"; expected an address of this machine/,
    ],
  ])('names %s=%s and what was expected', async (name, value, line) => {
    const { code, output } = await runServer({ PORT: '0', DATA_DIR: newDataDir(), [name]: value });
    expect(code).toBe(1);
    expect(oneLine(output)).toMatch(line);
  });

  test('never repeats a secret', async () => {
    const { code, output } = await runServer({
      PORT: '0',
      DATA_DIR: newDataDir(),
      METRICS_TOKEN: 'too-short',
    });
    expect(code).toBe(1);
    expect(oneLine(output)).toMatch(/METRICS_TOKEN is not as it must be; expected at least 16/);
    expect(output).not.toContain('too-short');
  });

  test('names a port that is in use', async () => {
    const first = await start();
    const { code, output } = await runServer({
      PORT: String(first.port),
      HOST: '127.0.0.1',
      DATA_DIR: newDataDir(),
    });
    expect(code).toBe(1);
    expect(oneLine(output)).toMatch(/PORT is \d+, which another program uses; expected a free port/);
  });

  test('names a data folder that is a file, lies below one, or cannot be made', async () => {
    const file = join(newDataDir(), 'a-file');
    writeFileSync(file, 'not a folder');
    // Below /proc not even root can make a folder.
    for (const dataDir of [file, join(file, 'below'), '/proc/mufakat']) {
      const { code, output } = await runServer({ PORT: '0', DATA_DIR: dataDir });
      expect(code).toBe(1);
      expect(oneLine(output)).toContain(dataDir);
    }
  });

  test('refuses a second server on the same data folder, and lets the next one in after a kill', async () => {
    const first = await start();
    const { code, output } = await runServer({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: first.dataDir });
    expect(code).toBe(1);
    expect(oneLine(output)).toContain(first.dataDir);
    await first.kill();
    await first.up();
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
  });
});

test('the command line serves too, and ends at one signal as the server does', async () => {
  const dataDir = newDataDir();
  const child = spawn(process.execPath, [mufakat, 'serve', '--data', dataDir], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await expect.poll(() => output).toContain(`Data is kept in ${dataDir}`);
  const url = /http:\S+/.exec(output)?.[0] ?? '';
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
});

test('a running server says that store and rooms are well', async () => {
  const server = await start();
  const response = await fetch(`${server.url}/healthz`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ status: 'well', store: 'well' });
});

describe('who may create a coalition', () => {
  const found = {
    id: 'AAAAAAAAAAAAAAAAAAAAAA',
    invitation: null,
    command: {
      type: 'coalition.found',
      name: 'Forum',
      form: 'forum',
      languages: ['id'],
      chambers: [],
      partners: [],
      founder: { name: 'Ani', address: 'Ibu', partner: null },
    },
  };
  const post = (server: ServerProcess, body: object) =>
    fetch(`${server.url}/api/coalitions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('nobody', async () => {
    const server = await start({ env: { WHO_MAY_CREATE: 'nobody' } });
    const response = await post(server, found);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'creation_closed' });
  });

  test('those who hold the link that the start printed', async () => {
    const server = await start({ env: { WHO_MAY_CREATE: 'invited' } });
    const invitation = /\/new#(\S+)/.exec(server.output)?.[1];
    expect(invitation).toBeDefined();
    expect((await post(server, found)).status).toBe(403);
    expect((await post(server, { ...found, invitation: 'guess' })).status).toBe(403);
    expect((await post(server, { ...found, invitation })).status).toBe(201);
  });
});
