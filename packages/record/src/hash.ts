/**
 * SHA-256 in plain JavaScript, for every place that hashes: also a page in a hall's plain HTTP, where the
 * browser offers no `crypto.subtle`.
 *
 * Every hash of the chain starts with the name of what is hashed and a NUL, so that no leaf can pass for a
 * link, a commitment or a box. The hash of a frozen text is plain SHA-256 of its UTF-8, which anyone can
 * repeat with `sha256sum`.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, type JsonValue } from './json';

export type HashDomain = 'genesis' | 'leaf' | 'link' | 'words' | 'box' | 'lot' | 'roll' | 'file';

/** 64 lower-case hexadecimal digits. Text is hashed as UTF-8. */
export function sha256Hex(data: string | Uint8Array): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
}

export function domainHash(domain: HashDomain, value: JsonValue): string {
  return sha256Hex(`mufakat:${domain}:1\0${canonicalJson(value)}`);
}

export function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
