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
