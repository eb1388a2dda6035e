import { expect, it } from 'vitest';
import { Turns } from './turns';

it('runs what has one key in turn, and other keys meanwhile', async () => {
  const turns = new Turns();
  const heard: string[] = [];
  const work = (name: string) => async () => {
    heard.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    heard.push(`${name} ends`);
    return name;
  };
  const answers = await Promise.all([
    turns.take('a', work('first')),
    turns.take('a', work('second')),
    turns.take('b', work('other')),
  ]);
  expect(answers).toEqual(['first', 'second', 'other']);
  expect(heard.indexOf('second begins')).toBeGreaterThan(heard.indexOf('first ends'));
  expect(heard.indexOf('other begins')).toBeLessThan(heard.indexOf('first ends'));
});

it('a failure is its own', async () => {
  const turns = new Turns();
  const failing = turns.take('a', () => Promise.reject(new Error('no')));
  const next = turns.take('a', () => Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});
