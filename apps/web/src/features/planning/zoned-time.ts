// From a date and a time as a clock on the wall shows them, in a zone, to the moment that they name. The zone's rules come from
// Intl: what a wall clock shows at a moment is asked, and the offset that explains it is tried. Where clocks are put forward an
// hour does not exist, where they are put back one comes twice; both are told, and the reading that people mean is taken.

/** `gap`: no clock shows this time that day, the moment is as much later. `twice`: the earlier of the two is taken. */
export interface Moment {
  readonly at: number;
  readonly kind: 'once' | 'twice' | 'gap';
}

const dayMs = 86_400_000;
const made = new Map<string, Intl.DateTimeFormat>();

/** `date` is YYYY-MM-DD, `time` is HH:MM, as the native fields give them; undefined where either is not. */
export function momentOf(date: string, time: string, zone: string): Moment | undefined {
  const shown = readWall(date, time);
  if (shown === undefined) return undefined;
  // Clocks are never changed twice within two days, so the offsets a day before and after are the only ones in question.
  const offsets = [offsetAt(shown - dayMs, zone), offsetAt(shown + dayMs, zone)] as const;
  const fitting = [...new Set(offsets)]
    .map((offset) => shown - offset)
    .filter((at) => at + offsetAt(at, zone) === shown)
    .sort((a, b) => a - b);
  const [first] = fitting;
  if (first === undefined) return { at: shown - offsets[0], kind: 'gap' };
  return { at: first, kind: fitting.length > 1 ? 'twice' : 'once' };
}

/** What the native fields show for a moment in a zone. */
export function wallOf(at: number, zone: string): { date: string; time: string } {
  const wall = new Date(at + offsetAt(at, zone)).toISOString();
  return { date: wall.slice(0, 10), time: wall.slice(11, 16) };
}

export function isZone(zone: string): boolean {
  try {
    offsetAt(0, zone);
    return true;
  } catch {
    return false;
  }
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const whole = Math.floor(at / 1000) * 1000;
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatIn(zone).formatToParts(whole)) parts[type] = value;
  const { year, month, day, hour, minute, second } = parts;
  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour) % 24, // some engines show midnight as 24
    Number(minute),
    Number(second),
  );
  return wall - whole;
}

function formatIn(zone: string): Intl.DateTimeFormat {
  let format = made.get(zone);
  if (!format) {
    const figures = '2-digit' as const;
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: figures,
      day: figures,
      hour: figures,
      minute: figures,
      second: figures,
    });
    made.set(zone, format);
  }
  return format;
}

/** The wall clock's figures as if they were UTC. */
function readWall(date: string, time: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}(:\d{2})?$/.test(time)) return undefined;
  const text = `${date}T${time.slice(0, 5)}`;
  const at = Date.parse(`${text}:00Z`);
  // the 31st of February is read as the 3rd of March; that is no date
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(text) ? undefined : at;
}
