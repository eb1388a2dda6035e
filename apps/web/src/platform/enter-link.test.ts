import { afterEach, describe, expect, it, vi } from 'vitest';
import { beginToEnter, enterLink } from './enter-link';

describe('entering by a personal link', () => {
  afterEach(() => vi.unstubAllGlobals());

  /** Secrets that were sent. */
  function hear(hash: string): string[] {
    const sent: string[] = [];
    vi.stubGlobal('location', { hash });
    vi.stubGlobal('fetch', (_path: string, { body }: { body: string }) => {
      sent.push((JSON.parse(body) as { secret: string }).secret);
      return Promise.resolve(Response.json({ kind: 'meeting', id: 'm' }));
    });
    return sent;
  }
  const entered = { ok: true, value: { kind: 'meeting', id: 'm' } };

  it('sends the secret once when it was begun ahead', async () => {
    const sent = hear('#abc');
    beginToEnter();
    expect(sent).toEqual(['abc']);
    expect(await enterLink('abc')).toEqual(entered);
    expect(sent).toEqual(['abc']);
  });

  it('asks anew when it is tried again', async () => {
    const sent = hear('#abc');
    beginToEnter();
    await enterLink('abc');
    expect(await enterLink('abc')).toEqual(entered);
    expect(sent).toEqual(['abc', 'abc']);
  });

  it('keeps to the secret that is asked for', async () => {
    const sent = hear('#old');
    beginToEnter();
    await enterLink('new');
    expect(sent).toEqual(['old', 'new']);
  });

  it('begins nothing without a secret', () => {
    const sent = hear('');
    beginToEnter();
    expect(sent).toEqual([]);
  });
});
