import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openForesight, type Rules } from './foresight';
import * as predict from './predict';

describe('foresight', () => {
  const page = new EventTarget();
  beforeEach(() => {
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  });
  afterEach(() => vi.unstubAllGlobals());

  const touch = async (kind = 'pointerdown'): Promise<void> => {
    page.dispatchEvent(new Event(kind));
    await new Promise(setImmediate);
  };

  it('brings the rules at the first touch, once', async () => {
    const load = vi.fn(() => Promise.resolve<Rules>(predict));
    const foresight = openForesight(load);
    expect(foresight.rules).toBeNull();
    expect(load).not.toHaveBeenCalled();
    await touch('keydown');
    expect(foresight.rules).toBe(predict);
    await touch();
    expect(load).toHaveBeenCalledOnce();
  });

  it('tries again at the next touch where they did not arrive', async () => {
    const load = vi.fn(() => Promise.resolve<Rules>(predict));
    load.mockRejectedValueOnce(new Error('the line is dead'));
    const foresight = openForesight(load);
    await touch();
    expect(foresight.rules).toBeNull();
    await touch();
    expect(foresight.rules).toBe(predict);
  });

  it('brings nothing once nobody asks any more', async () => {
    const load = vi.fn(() => Promise.resolve<Rules>(predict));
    openForesight(load).stop();
    await touch();
    expect(load).not.toHaveBeenCalled();
  });
});
