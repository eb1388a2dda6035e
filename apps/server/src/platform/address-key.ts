/**
 * What stands for an address where something is counted by address: an IPv4 address itself, also when it comes
 * written as IPv6, and of an IPv6 address the first 64 bits, since whoever has one has all that share them.
 */
import { isIPv6 } from 'node:net';

export function addressKey(address: string): string {
  const [bare = ''] = address.split('%');
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (v4 !== undefined) return v4;
  return isIPv6(bare) ? firstGroups(bare) : bare;
}

function firstGroups(address: string): string {
  const [before = '', after] = address.toLowerCase().split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  // An IPv4 address at the end stands for two groups.
  const tailLength = tail.length + (tail.at(-1)?.includes('.') ? 1 : 0);
  const gap = after === undefined ? 0 : 8 - head.length - tailLength;
  const groups = [...head, ...Array.from({ length: gap }, () => '0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
