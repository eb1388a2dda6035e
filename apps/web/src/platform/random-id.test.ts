import { idSchema } from '@mufakat/domain';
import { expect, it } from 'vitest';
import { randomId } from './random-id';

it('makes ids that the wire takes, each another', () => {
  const ids = Array.from({ length: 200 }, randomId);
  for (const id of ids) expect(idSchema.parse(id)).toBe(id);
  expect(new Set(ids).size).toBe(200);
});
