import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isStorable } from '../stored-text';
import { checkedValues, openDatabase, type SqlValue } from './statement';

const inMemory = () => openDatabase(':memory:');
const good = fc.oneof(
  fc.string({ unit: 'binary' }).filter(isStorable),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constant(null),
  fc.uint8Array(),
);
const bad = fc.oneof(
  fc.boolean(),
  fc.constantFrom(
    undefined,
    NaN,
    Infinity,
    -Infinity,
    2n ** 63n,
    -(2n ** 63n) - 1n,
    'a\0b',
    '\ud800',
    '\udc00x',
  ),
  fc.constantFrom(
    {},
    [],
    [1],
    new Date(0),
    new Map(),
    new ArrayBuffer(2),
    new Uint16Array(2),
    Symbol('x'),
    () => 1,
  ),
  fc.object(),
);

it('binds what it takes as what it is', () => {
  const db = inMemory();
  const types = db.prepare(
    'SELECT typeof(?) AS one, typeof(?) AS two, typeof(?) AS three, typeof(?) AS four',
  );
  expect(types.get([1, 1.5, 'x', new Uint8Array()])).toMatchObject({
    one: 'integer',
    two: 'real',
    three: 'text',
    four: 'blob',
  });
});

it('gives every text and every byte back as it was', () => {
  const db = inMemory();
  const echo = db.prepare('SELECT ? AS value');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }).filter(isStorable), fc.maxSafeInteger()), (value) => {
      expect(echo.get([value])?.['value']).toBe(value);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array(), (value) => {
      const [row] = echo.all([value]);
      expect(new Uint8Array(row?.['value'] as ArrayBuffer)).toEqual(value);
    }),
  );
});

it('takes every list of good values, and throws a TypeError for every list with a bad one', () => {
  fc.assert(fc.property(fc.array(good), (values) => void checkedValues(values, values.length)));
  fc.assert(
    fc.property(fc.array(good), bad, fc.array(good), (before, one, after) => {
      const values: unknown[] = [...before, one, ...after];
      expect(() => checkedValues(values, values.length)).toThrow(TypeError);
    }),
  );
});

it('throws for too few, too many, holes, and what is no list', () => {
  const db = inMemory();
  const two = db.prepare('SELECT ? AS one, ? AS two');
  const call = (values: unknown) => () => two.run(values as SqlValue[]);
  const holes = new Array<number>(2);
  for (const values of [
    [],
    [1],
    [1, 2, 3],
    holes,
    true,
    'ab',
    Buffer.from('ab'),
    { 0: 1, 1: 2, length: 2 },
  ]) {
    expect(call(values)).toThrow(TypeError);
  }
  expect(() => two.run()).toThrow(TypeError);
});

it('a lookup by a key that cannot be stored finds nothing', () => {
  const db = inMemory();
  const echo = db.prepare('SELECT ? AS value');
  expect(echo.get(['a\0b'])).toBeUndefined();
  expect(echo.all(['\ud800'])).toEqual([]);
});

it('closed is closed, for statements too', () => {
  const db = inMemory();
  const one = db.prepare('SELECT 1 AS one');
  db.close();
  db.close();
  expect(() => one.get()).toThrow('closed');
  expect(() => db.exec('SELECT 1')).toThrow('closed');
  expect(() => db.prepare('SELECT 1')).toThrow('closed');
});
