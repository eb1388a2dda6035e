import { expect, it } from 'vitest';
import { createLogger, safePath } from './logs';

const id = 'AbCdEfGhIjKlMnOpQrStUv';

it.each([
  ['/api/doors/BCDFGH', '/api/doors/…'],
  ['/api/doors/BCDFGH?lang=id', '/api/doors/…'],
  ['/api/doors/%20BCDFGH/', '/api/doors/…/'],
  [`/api/meetings/${id}/people/${id}/link`, '/api/meetings/…/people/…/link'],
  [`/sync/agenda/${id}?ticket=${id}${id}`, '/sync/agenda/…'],
  ['/healthz', '/healthz'],
])('%s is logged as %s', (url, path) => {
  expect(safePath(url)).toBe(path);
});

it('cuts out what opens doors, and of a request says only what was asked for', () => {
  const lines: string[] = [];
  const log = createLogger('trace', { write: (line) => void lines.push(line) });
  const secrets = { cookie: 'one', authorization: 'two', secret: 'three', token: 'four', ticket: 'five' };
  log.error({ caller: secrets }, 'cut');
  log.error({ req: { method: 'GET', url: '/api/doors/BCDFGH', headers: { cookie: 'one' } } }, 'request');
  expect(lines.join('')).not.toMatch(/one|two|three|four|five|BCDFGH/);
  expect(lines[1]).toContain('"req":{"method":"GET","path":"/api/doors/…"}');
});

it('cuts ids short wherever they stand, and nothing else', () => {
  const lines: string[] = [];
  const log = createLogger('trace', { write: (line) => void lines.push(line) });
  log.warn(
    { document: `wording/${id}`, token: 'x', incident: '8e1d25a0-6f0c-4c1b-9d0e-1f2a3b4c5d6e' },
    'not stored',
  );
  log.error({ err: new Error(`no such document: agenda/${id}`) }, 'failed');
  log.error({ err: new Error(`not this one: ${'t'.repeat(43)}`) }, `of ${id}`);
  expect(lines[0]).toContain('"document":"wording/AbCdEf…"');
  expect(lines[0]).toContain('8e1d25a0-6f0c-4c1b-9d0e-1f2a3b4c5d6e');
  expect(lines[1]).toContain('no such document: agenda/AbCdEf…');
  expect(lines.join('')).not.toMatch(new RegExp(`${id}|t{7}`));
  log.error({ err: new Error(`two lines:\n${id}`) }, 'failed');
  expect(lines.join('')).not.toContain(id);
  for (const line of lines) expect(() => void JSON.parse(line)).not.toThrow();
});
