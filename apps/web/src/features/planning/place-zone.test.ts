import { expect, it } from 'vitest';
import { zoneOfPlace } from './place-zone';

it.each([
  ['Dili', 'Asia/Dili'],
  ['Oslo', 'Europe/Oslo'],
  ['Amman, Jordan', 'Asia/Amman'],
  ['Kota Jayapura', 'Asia/Jayapura'],
  ['Makassar', 'Asia/Makassar'],
  ['new york', 'America/New_York'],
])('%s has a zone of its own name', (place, zone) => expect(zoneOfPlace(place)).toBe(zone));

it.each([
  ['Timor-Leste', 'Asia/Dili'],
  ['Baucau, Timor Leste', 'Asia/Dili'],
  ['Yordania', 'Asia/Amman'],
  ['Norwegia', 'Europe/Oslo'],
])('%s is a country with one zone', (place, zone) => expect(zoneOfPlace(place)).toBe(zone));

it.each(['', '  ', 'Lubuk Tengah', 'Indonesia', 'Batu Ampar Hulu', 'kantor desa'])(
  'of “%s” nothing is known',
  (place) => expect(zoneOfPlace(place)).toBeUndefined(),
);
