import { describe, expect, it } from 'vitest';
import { ServerClock } from './server-clock';

const day = 86_400_000;
const noon = Date.UTC(2026, 4, 4, 12);

function clockOff(byMs: number) {
  let passed = 0;
  const clock = new ServerClock(() => noon + byMs + passed);
  const answered = (roundTripMs: number, serverShare = 0.5): void => {
    const askedAt = clock.local();
    const serverNow = noon + passed + roundTripMs * serverShare;
    passed += roundTripMs;
    clock.heard(askedAt, serverNow);
  };
  return { clock, answered, pass: (ms: number) => (passed += ms), serverNow: () => noon + passed };
}

describe.each([-day, -3_600_000, 0, 3_600_000, day])('a device whose clock is off by %d ms', (offMs) => {
  it('shows the time of the server', () => {
    const { clock, answered, pass, serverNow } = clockOff(offMs);
    answered(80);
    expect(clock.now()).toBe(serverNow());
    pass(5000);
    expect(clock.now()).toBe(serverNow());
  });

  it('believes the shortest round trip', () => {
    const { clock, answered, serverNow } = clockOff(offMs);
    answered(4000, 0.95);
    expect(Math.abs(clock.now() - serverNow())).toBe(1800);
    answered(40, 0.6);
    answered(3000, 0.1);
    expect(Math.abs(clock.now() - serverNow())).toBe(4);
  });

  it('forgets samples that are old', () => {
    const { clock, answered, pass, serverNow } = clockOff(offMs);
    answered(10, 1);
    pass(16 * 60_000);
    answered(30);
    expect(clock.now()).toBe(serverNow());
  });

  it('after a sleep believes the next answer, and until then what it knew', () => {
    const sleptMs = 3_600_000; // the local timer stands still meanwhile
    const at = { ms: 0 };
    const clock = new ServerClock(() => noon + offMs + at.ms);
    clock.heard(clock.local(), noon + at.ms);
    clock.doubt();
    expect(clock.now()).toBe(noon);
    const askedAt = clock.local();
    at.ms += 900;
    clock.heard(askedAt, noon + sleptMs + 450);
    expect(clock.now()).toBe(noon + sleptMs + 900);
  });
});
