/**
 * The server as it would have been at an earlier time: the same store, rules and doors over a clock that the demo turns.
 * Nobody is connected to it; what it wrote is read from disk by the server of today once it is closed.
 */
import { createServices, type AppPorts } from '../create-services';
import type { Config } from '../config';
import { createLocalFanOut } from '../fanout/local';
import type { Services } from '../services';

export interface Past {
  services: Services;
  /** Server time, milliseconds; only forwards. */
  goTo(at: number): void;
  pass(ms: number): void;
  close(): Promise<void>;
}

export function openPast(config: Config, ports: AppPorts, startsAt: number): Past {
  let now = startsAt;
  const services = createServices(config, {
    ...ports,
    clock: { now: () => now },
    fanOut: createLocalFanOut(),
  });
  return {
    services,
    goTo: (at) => (now = Math.max(now, at)),
    pass: (ms) => (now += ms),
    close: async () => {
      await services.documents.close();
      services.rooms.close();
    },
  };
}
