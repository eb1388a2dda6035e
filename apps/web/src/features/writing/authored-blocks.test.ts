import type { CanonBlock } from '@mufakat/record';
import { expect, it } from 'vitest';
import { authoredBlocks } from './authored-blocks';

const paragraph = (...runs: CanonBlock['runs']): CanonBlock => ({ kind: 'paragraph', runs });

it('cuts runs where another hand begins, and keeps their marks', () => {
  const [block] = authoredBlocks(
    [paragraph({ text: 'Guru ' }, { text: 'dan keluarga', marks: ['bold'] })],
    [
      [
        { text: 'Guru dan ', clientId: 1 },
        { text: 'keluarga', clientId: 2 },
      ],
    ],
  );
  expect(block?.runs).toEqual([
    { text: 'Guru ', clientId: 1 },
    { text: 'dan ', marks: ['bold'], clientId: 1 },
    { text: 'keluarga', marks: ['bold'], clientId: 2 },
  ]);
});

it('leaves words without a known hand as they are', () => {
  expect(authoredBlocks([paragraph({ text: 'Guru' })], [])[0]?.runs).toEqual([
    { text: 'Guru', clientId: null },
  ]);
  const short = authoredBlocks([paragraph({ text: 'Guru' })], [[{ text: 'Gu', clientId: 1 }]]);
  expect(short[0]?.runs.map(({ text, clientId }) => [text, clientId])).toEqual([
    ['Gu', 1],
    ['ru', null],
  ]);
});

it('has nothing for an empty block', () => {
  expect(authoredBlocks([paragraph()], [[]])[0]?.runs).toEqual([]);
});
