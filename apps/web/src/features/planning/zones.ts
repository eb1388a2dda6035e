// Time zones to choose from: those of Indonesia under their own letters, that of the device, then all that the browser knows.
import { isZone } from './zoned-time';

const indonesian = [
  { value: 'Asia/Jakarta', label: 'WIB · Jakarta' },
  { value: 'Asia/Makassar', label: 'WITA · Makassar' },
  { value: 'Asia/Jayapura', label: 'WIT · Jayapura' },
] as const;

/** "Europe/Oslo" reads "Oslo (Europe)". */
function label(zone: string): string {
  const [region, ...place] = zone.replaceAll('_', ' ').split('/');
  return place.length > 0 ? `${place.join(', ')} (${region})` : zone;
}

export function zoneChoices(device: string): { common: Choice[]; all: Choice[] } {
  const known = new Set<string>(indonesian.map(({ value }) => value));
  const own = known.has(device) || !isZone(device) ? [] : [{ value: device, label: label(device) }];
  const supported = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  const all = [...supported, 'UTC']
    .filter((zone, at, zones) => zone !== device && !known.has(zone) && zones.indexOf(zone) === at)
    .map((zone) => ({ value: zone, label: label(zone) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return { common: [...own, ...indonesian], all };
}

interface Choice {
  readonly value: string;
  readonly label: string;
}
