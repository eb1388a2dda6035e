import { describe, expect, it } from 'vitest';
import { href, match, matcher, ownTarget } from './router';

const click = (over: Partial<MouseEvent> = {}): MouseEvent =>
  ({
    button: 0,
    metaKey: false,
    ctrlKey: false,
    shiftKey: false,
    altKey: false,
    defaultPrevented: false,
    ...over,
  }) as MouseEvent;
const link = (target: string, over: Record<string, unknown> = {}): HTMLAnchorElement =>
  ({ href: target, target: '', hasAttribute: () => false, ...over }) as unknown as HTMLAnchorElement;
const at = new URL('http://balai.test/join#rahasia');

describe('router', () => {
  it('finds the route of an address, with or without a slash at the end', () => {
    expect(match('/')).toEqual({ name: 'landing', params: {} });
    expect(match('/join')).toEqual({ name: 'join', params: {} });
    expect(match('/join/')?.name).toBe('join');
    expect(match('/join/more')).toBeUndefined();
    expect(match('/nowhere')).toBeUndefined();
  });

  it('reads parameters and decodes them, and leaves alone what is not decodable', () => {
    const find = matcher({ screen: '/m/:meeting/screen', meeting: '/m/:meeting' });
    expect(find('/m/a%20b')).toEqual({ name: 'meeting', params: { meeting: 'a b' } });
    expect(find('/m/7/screen')).toEqual({ name: 'screen', params: { meeting: '7' } });
    expect(find('/m/%E0%A4%A')?.params).toEqual({ meeting: '%E0%A4%A' });
  });

  it('writes addresses', () => {
    expect(href('landing')).toBe('/');
    expect(href('join')).toBe('/join');
  });

  it('takes over a plain click on a link of ours and keeps its fragment', () => {
    expect(ownTarget(link('http://balai.test/'), click(), at)?.pathname).toBe('/');
    expect(ownTarget(link('http://balai.test/gallery#kode'), click(), at)?.hash).toBe('#kode');
  });

  it('leaves everything else to the browser', () => {
    const home = 'http://balai.test/';
    for (const over of [
      { ctrlKey: true },
      { metaKey: true },
      { shiftKey: true },
      { button: 1 },
      { defaultPrevented: true },
    ])
      expect(ownTarget(link(home), click(over), at)).toBeUndefined();
    expect(ownTarget(link(home, { target: '_blank' }), click(), at)).toBeUndefined();
    expect(ownTarget(link(home, { hasAttribute: () => true }), click(), at)).toBeUndefined();
    expect(ownTarget(link('http://elsewhere.test/'), click(), at)).toBeUndefined();
    expect(ownTarget(link('http://balai.test/api/record.json'), click(), at)).toBeUndefined();
    expect(ownTarget(link('http://balai.test/join#bagian'), click(), at)).toBeUndefined();
  });
});
