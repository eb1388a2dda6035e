/**
 * Is this JSON a record file by its shape? Strict: a key that is not known, or of another type, is a
 * problem. What the values must have to do with one another is verify-record.ts.
 *
 * Invariant: takes anything, also what was made to hurt, and does not throw.
 */
import type { SealedEvent, StubEvent } from './chain';
import { isHash } from './hash';
import { hasExactly, isObject, type JsonObject, type JsonValue } from './json';
import type { Box, RecordFile } from './record-file';
import { isSalt, type Opening } from './words';

/** A walk down this far is safe on every stack. */
const maxNesting = 64;

type Check = (value: JsonValue) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isName: Check = (value) => typeof value === 'string' && value !== '';
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isPositive: Check = (value) => isCount(value) && value !== 0;

const fileShape: Record<keyof RecordFile, Check> = {
  format: (value) => value === 'mufakat-record',
  version: (value) => value === 1,
  stream: isName,
  head: isHash,
  events: Array.isArray,
  boxes: Array.isArray,
  digest: isHash,
};

const eventShape: Record<keyof SealedEvent, Check> = {
  v: isPositive,
  seq: isPositive,
  at: isCount,
  type: isName,
  by: (value) => value === null || isName(value),
  salt: isSalt,
  prev: isHash,
  leaf: isHash,
  body: isObject,
  openings: (value) => isObject(value) && Object.values(value).every(isOpening),
};

const stubShape: Record<keyof StubEvent, Check> = { seq: isPositive, prev: isHash, leaf: isHash };
const boxShape: Record<keyof Box, Check> = { pollId: isName, ballots: Array.isArray };
const openingShape: Record<keyof Opening, Check> = { salt: isSalt, text: isText };

export function isRecordFile(value: JsonValue): value is RecordFile {
  return fits(value, fileShape);
}

export function isSealedEvent(value: JsonValue): value is SealedEvent {
  return fits(value, eventShape);
}

export function isStubEvent(value: JsonValue): value is StubEvent {
  return fits(value, stubShape);
}

export function isBox(value: JsonValue): value is Box {
  return fits(value, boxShape);
}

function isOpening(value: JsonValue): boolean {
  return fits(value, openingShape);
}

/** The first key that is missing, unknown or of another type; undefined where the value fits. */
export function misfit(value: JsonValue, kind: 'file' | 'event' | 'box'): string | undefined {
  const shape: Record<string, Check> = kind === 'file' ? fileShape : kind === 'event' ? eventShape : boxShape;
  if (!isObject(value)) return 'not an object';
  const wrong = Object.keys(shape).find(
    (key) => !Object.hasOwn(value, key) || !shape[key]?.(value[key] ?? null),
  );
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(shape, key));
  return wrong ?? unknown;
}

function fits(value: JsonValue, shape: Record<string, Check>): boolean {
  return isObject(value) && hasExactly(value, Object.keys(shape)) && keysFit(value, shape);
}

function keysFit(value: JsonObject, shape: Record<string, Check>): boolean {
  return Object.entries(shape).every(([key, check]) => check(value[key] ?? null));
}

/**
 * Nested deeper than any event, or holding a number that is not finite (JSON can write 1e999): what
 * canonical JSON cannot be asked about. Without recursion, since the depth is what is in doubt.
 */
export function isUnfit(value: JsonValue): boolean {
  let level: JsonValue[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxNesting || level.some((each) => typeof each === 'number' && !Number.isFinite(each)))
      return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}
