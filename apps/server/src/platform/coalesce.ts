export interface Coalesced {
  call: () => void;
  /** Runs now, whatever has been before. */
  now: () => void;
  stop: () => void;
}

/** Runs something at once, and then at most every `ms`: the last call always gets its run. */
export function coalesce(ms: number, run: () => void): Coalesced {
  let timer: NodeJS.Timeout | null = null;
  let again = false;
  const tick = () => {
    timer = null;
    if (!again) return;
    again = false;
    start();
  };
  const start = () => {
    timer = setTimeout(tick, ms);
    timer.unref();
    run();
  };
  return {
    call: () => {
      if (timer === null) start();
      else again = true;
    },
    now: () => {
      if (timer !== null) clearTimeout(timer);
      again = false;
      start();
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      again = false;
    },
  };
}
