/** What keeps other sites out of a person's browser: cookies, origins, headers. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, gather, type Gathering } from '../harness/coalition';
import { newId, Person } from '../harness/person';
import { RawLine } from '../harness/raw-line';
import { ServerInProcess } from '../harness/server-in-process';
import { SyncLine } from '../harness/sync-line';

const publicUrl = 'https://mufakat.example';

/** A client that is no more than a page and an asset. */
function builtClient(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mufakat-page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Mufakat</title>');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
  return folder;
}

let hall: ServerInProcess;
let secure: ServerInProcess;
let inHall: Gathering;
let onHttps: Gathering;

beforeAll(async () => {
  const clientFolder = builtClient();
  hall = await ServerInProcess.start({}, { clientFolder });
  secure = await ServerInProcess.start({ publicUrl }, { clientFolder });
  inHall = await gather(hall.url);
  onHttps = await gather(secure.url);
});
afterAll(async () => {
  inHall.chair.close();
  onHttps.chair.close();
  await Promise.all([hall.dispose(), secure.dispose()]);
});

describe('the cookie', () => {
  const cookieOf = async (server: ServerInProcess, code: string) => {
    const got = await new Person(server.url).come(code, 'Warga');
    return (got.headers.get('set-cookie') ?? '').split('; ').sort();
  };

  test('in a hall', async () => {
    const parts = await cookieOf(hall, inHall.code);
    expect(parts.find((part) => part.startsWith('mufakat='))).toMatch(/^mufakat=[A-Za-z0-9_-]{43}$/);
    expect(parts).toEqual(expect.arrayContaining(['HttpOnly', 'Path=/', 'SameSite=Lax']));
    expect(parts).not.toContain('Secure');
    expect(parts.join()).not.toContain('Domain');
  });

  test('on HTTPS', async () => {
    const parts = await cookieOf(secure, onHttps.code);
    expect(parts.find((part) => part.startsWith('__Host-mufakat='))).toMatch(/=[A-Za-z0-9_-]{43}$/);
    expect(parts).toEqual(expect.arrayContaining(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']));
    expect(parts.join()).not.toContain('Domain');
  });

  test('of plain HTTP opens nothing on HTTPS', async () => {
    const planted = new Person(secure.url);
    planted.cookie = onHttps.chair.cookie.replace('__Host-', '');
    const got = await planted.http('GET', `/api/meetings/${onHttps.meetingId}/record.json`);
    expect(got.status).toBe(401);
  });

  test('is taken back as it was given', async () => {
    const person = new Person(secure.url);
    answer(await person.come(onHttps.code, 'Sebentar'), 201);
    const { cookie } = person;
    const got = await person.http('DELETE', '/api/session', {});
    expect(got.headers.get('set-cookie')).toMatch(/^__Host-mufakat=; .*Secure.*Max-Age=0/);
    person.cookie = cookie;
    const after = await person.http('GET', '/api/session');
    expect(after.body).toMatchObject({ places: [] });
  });
});

describe('origins', () => {
  const own = { hall: () => hall.url, secure: () => publicUrl };
  const foreign = [
    'https://evil.example',
    'null',
    'https://mufakat.example.evil',
    'http://mufakat.example',
    'file://',
  ];
  const writes: [string, string, () => unknown][] = [
    ['POST', '/api/coalitions', () => ({})],
    ['POST', `/api/doors/BBBBBB`, () => ({})],
    ['POST', '/api/links', () => ({ secret: 'x'.repeat(65) })],
    ['POST', '/api/tickets', () => ({ document: 'agenda/x' })],
    ['DELETE', '/api/session', () => ({})],
  ];

  test.each(foreign)('a write from %s is refused', async (origin) => {
    for (const server of [hall, secure]) {
      const { chair } = server === hall ? inHall : onHttps;
      const page = new Person(server.url, { origin });
      page.cookie = chair.cookie;
      const before = server.rows();
      for (const [method, path, body] of writes) {
        const got = await page.http(method, path, body());
        expect(got).toMatchObject({ status: 403, body: { code: 'wrong_origin' } });
      }
      expect(server.rows()).toEqual(before);
    }
  });

  test('a write from our own page, or from a program, is heard', async () => {
    for (const [server, origin] of [
      [hall, own.hall()],
      [secure, own.secure()],
    ] as const) {
      for (const headers of [{ origin }, {}] as Record<string, string>[]) {
        const got = await new Person(server.url, headers).http('POST', '/api/links', {
          secret: 'x'.repeat(65),
        });
        expect(got).toMatchObject({ status: 410, body: { code: 'link_invalid' } });
      }
    }
  });

  test.each(foreign)('both upgrades from %s are refused', async (origin) => {
    for (const [server, { chair, meetingId }] of [
      [hall, inHall],
      [secure, onHttps],
    ] as const) {
      const { cookie } = chair;
      expect((await RawLine.dial(server.url, { cookie, origin })).texts).toEqual([]);
      const polling = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, {
        headers: { cookie, origin },
      });
      expect(polling.status).toBe(403);
      const line = await SyncLine.open(server.url, `agenda/${meetingId}`, { cookie, origin });
      expect([line.end, line.frames.length]).toEqual([403, 0]);
    }
  });

  test('both upgrades from our own page, or from a program, are taken', async () => {
    for (const [server, origin, { chair, meetingId }] of [
      [hall, own.hall(), inHall],
      [secure, own.secure(), onHttps],
    ] as const) {
      for (const headers of [{ origin }, {}] as Record<string, string>[]) {
        const { cookie } = chair;
        const live = await RawLine.dial(server.url, { cookie, ...headers });
        expect(live.texts).toHaveLength(1);
        const line = await SyncLine.open(server.url, `agenda/${meetingId}`, { cookie, ...headers });
        expect(line.end).toBeNull();
        live.close();
        line.close();
      }
    }
  });

  test('an upgrade to anywhere else ends', async () => {
    const line = await SyncLine.open(hall.url, '../elsewhere', {});
    expect(line.end).not.toBeNull();
    expect(line.frames).toEqual([]);
  });
});

test('a form on another site can found nothing, with the cookie and without an Origin', async () => {
  const before = hall.rows();
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']) {
    const response = await fetch(`${hall.url}/api/coalitions`, {
      method: 'POST',
      headers: { cookie: inHall.chair.cookie, 'content-type': type },
      body: `{"id":"${newId()}","x":"="}`,
    });
    expect(response.status).toBe(400);
  }
  expect(hall.rows()).toEqual(before);
});

describe('headers', () => {
  const paths = ['/', '/m/some/page', '/assets/main-1a2b.js', '/api/session', '/api/nothing', '/healthz'];

  test.each(paths)('of %s', async (path) => {
    for (const server of [hall, secure]) {
      const { headers } = await fetch(server.url + path);
      const policy = headers.get('content-security-policy') ?? '';
      const directives = policy.split(';').map((one) => one.trim());
      expect(directives).toContain("default-src 'none'");
      expect(directives).toContain("script-src 'self'");
      expect(directives).toContain("frame-ancestors 'none'");
      expect(directives).toContain("base-uri 'none'");
      expect(directives).toContain("form-action 'self'");
      expect(directives).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
      const strict = headers.get('strict-transport-security');
      // In a hall it would lock the page out of the only line that there is.
      if (server === hall) expect(strict).toBeNull();
      else expect(strict).toMatch(/max-age=\d{7,}/);
    }
  });

  test('answers about people are not kept by caches', async () => {
    const { chair, meetingId, coalitionId } = inHall;
    for (const path of [
      '/api/session',
      `/api/coalitions/${coalitionId}`,
      `/api/coalitions/${coalitionId}/link`,
      `/api/meetings/${meetingId}/record.json`,
      `/api/meetings/${meetingId}/record.html`,
    ]) {
      const { status, headers } = await chair.http('GET', path);
      expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
    }
  });
});
