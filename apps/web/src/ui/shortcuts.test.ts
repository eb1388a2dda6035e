import { expect, it } from 'vitest';
import { shortcutFor, type Shortcut } from './shortcuts';

const hand: Shortcut = { key: 'h', what: 'Minta bicara', run: () => undefined };
const press = {
  key: 'H',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  target: null,
};
const inside = (field: boolean, closedDialog = false): EventTarget => {
  const closest = (what: string) => ((what.startsWith('dialog:not') ? closedDialog : field) ? {} : null);
  return { closest } as unknown as EventTarget;
};

it('presses only outside fields and without other keys', () => {
  expect(shortcutFor(press, [hand])).toBe(hand);
  expect(shortcutFor({ ...press, target: inside(false) }, [hand])).toBe(hand);
  expect(shortcutFor({ ...press, target: inside(true) }, [hand])).toBeUndefined();
  expect(shortcutFor({ ...press, target: inside(true, true) }, [hand])).toBe(hand);
  expect(shortcutFor({ ...press, ctrlKey: true }, [hand])).toBeUndefined();
  expect(shortcutFor({ ...press, key: 'x' }, [hand])).toBeUndefined();
});
