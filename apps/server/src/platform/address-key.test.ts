import { expect, it } from 'vitest';
import { addressKey } from './address-key';
import { clientAddress } from './client-address';
import type { IncomingMessage } from 'node:http';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:db8:1::', '2001:db8:1:0'],
  ['::1', '0:0:0:0'],
  ['64:ff9b::192.0.2.7', '64:ff9b:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['no address', 'no address'],
])('%s counts as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});

it.each([
  [false, '203.0.113.9', '192.0.2.7'],
  [true, undefined, '192.0.2.7'],
  [true, '203.0.113.9', '203.0.113.9'],
  [true, '198.51.100.1, 203.0.113.9', '203.0.113.9'],
])('behind a proxy %s, with %s, the address is %s', (behindProxy, named, address) => {
  const headers = named === undefined ? {} : { 'x-forwarded-for': named };
  // As much of a request as is looked at.
  const request = { headers, socket: { remoteAddress: '192.0.2.7' } } as unknown as IncomingMessage;
  expect(clientAddress(request, behindProxy)).toBe(address);
});
