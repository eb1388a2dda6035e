import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readFrame } from './frames';
import { JoinFrames } from './join-frames';

/** A text that grows by one update after the other, as they are flushed. */
class Text {
  readonly doc = new Y.Doc();
  readonly updates: Uint8Array[] = [];

  constructor() {
    this.doc.on('update', (update: Uint8Array) => this.updates.push(update));
  }

  write(frames: JoinFrames, words: string): void {
    this.doc.getText('t').insert(this.doc.getText('t').length, words);
    frames.flushed(this.updates.at(-1)!);
  }

  get now(): string {
    return this.doc.getText('t').toJSON();
  }
}

/** What a joiner has once the step 2 is there, which must come last. */
function joined(frames: JoinFrames): string {
  const doc = new Y.Doc();
  const kinds = frames.whole().map((bytes) => {
    const frame = readFrame(bytes);
    if (frame?.type !== 'update' && frame?.type !== 'step2') throw new Error('not an update');
    Y.applyUpdate(doc, frame.update);
    return frame.type;
  });
  expect(kinds.indexOf('step2')).toBe(kinds.length - 1);
  return doc.getText('t').toJSON();
}

test('a joiner has all that was flushed, at any time, small changes and large', () => {
  const frames = new JoinFrames({ snapshot: null, updates: [] });
  const text = new Text();
  expect(joined(frames)).toBe('');
  for (const words of ['a', 'bc', 'd'.repeat(40_000), 'e', 'f'.repeat(50_000), 'g']) {
    text.write(frames, words);
    expect(joined(frames)).toBe(text.now);
  }
  expect(joined(new JoinFrames({ snapshot: null, updates: text.updates }))).toBe(text.now);
});

test('the same joiners get the same bytes, and what was flushed first is kept once', () => {
  const frames = new JoinFrames({ snapshot: null, updates: [] });
  const text = new Text();
  text.write(frames, 'pertama');
  text.write(frames, ' kedua');
  const [base, last] = frames.whole();
  expect(frames.whole()[0]).toBe(base);
  expect(frames.whole()[1]).toBe(last);
  expect(frames.parts()[0]!.buffer).toBe(base!.buffer);
});

test('an encoding that was made while others wrote, and joiners came, loses nothing', () => {
  const frames = new JoinFrames({ snapshot: null, updates: [] });
  const text = new Text();
  for (let at = 0; at < 10; at++) text.write(frames, String(at));
  const { position } = frames;
  const state = Y.mergeUpdates(frames.parts());
  for (let at = 0; at < 5; at++) text.write(frames, 'x');
  expect(joined(frames)).toBe(text.now);
  frames.rebase(state, position);
  expect(joined(frames)).toBe(text.now);
  expect(frames.position).toBe(15);
  expect(frames.after(position)).toHaveLength(5);
  expect(frames.after(position - 1)).toBeNull();
  text.write(frames, '!');
  expect(joined(frames)).toBe(text.now);
});
