import { expect, it } from 'vitest';
import { createOriginCheck } from './origins';

it.each([
  ['no public address, no page', null, undefined, 'hall.local:3000', true],
  ['no public address, the page of this very host', null, 'http://hall.local:3000', 'hall.local:3000', true],
  ['no public address, behind TLS', null, 'https://hall.local', 'hall.local', true],
  ['no public address, another host', null, 'http://evil.example', 'hall.local:3000', false],
  ['no public address, another port', null, 'http://hall.local:4000', 'hall.local:3000', false],
  ['no public address, a sandboxed page', null, 'null', 'hall.local:3000', false],
  ['no public address, no Host header', null, 'http://hall.local', undefined, false],
  ['the public address', 'https://mufakat.example', 'https://mufakat.example', 'mufakat.example', true],
  [
    'the public address over HTTP',
    'https://mufakat.example',
    'http://mufakat.example',
    'mufakat.example',
    false,
  ],
  [
    'a host that only the Host header knows',
    'https://mufakat.example',
    'https://x.example',
    'x.example',
    false,
  ],
  ['a longer name', 'https://mufakat.example', 'https://mufakat.example.evil', 'mufakat.example', false],
  ['a program', 'https://mufakat.example', undefined, 'mufakat.example', true],
])('%s', (_, publicUrl, origin, host, allowed) => {
  expect(createOriginCheck(publicUrl)(origin, host)).toBe(allowed);
});
