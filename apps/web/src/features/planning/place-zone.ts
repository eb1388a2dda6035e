// The time zone of a place as people write it ("Dili, Timor-Leste", "Oslo", "Amman, Yordania"): a city that names a zone, or a
// country that has one zone only. Undefined where that is not sure: a wrong hour is worse than none.
export function zoneOfPlace(place: string): string | undefined {
  const said = fold(place);
  if (said === '') return undefined;
  return find(cities(), said) ?? find(countries(), said);
}

type Zones = readonly (readonly [name: string, zone: string])[];

const find = (zones: Zones, said: string): string | undefined =>
  zones.find(([name]) => ` ${said} `.includes(` ${name} `))?.[1];

let cityList: Zones | undefined;
let countryList: Zones | undefined;

/** "Asia/Dili" is Dili's. Longer names first, so that "New York" is not taken for "York". */
function cities(): Zones {
  const zones = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  cityList ??= zones
    .filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'))
    .map((zone) => [fold(zone.split('/').at(-1) ?? ''), zone] as const)
    .sort((a, b) => b[0].length - a[0].length);
  return cityList;
}

function countries(): Zones {
  if (countryList) return countryList;
  const languages = ['id', 'en'].map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  );
  countryList = regions().flatMap((region) => {
    const zones = zonesIn(region);
    const [only] = zones;
    return zones.length === 1 && only !== undefined
      ? namesIn(languages, region).map((name) => [name, only] as const)
      : [];
  });
  return countryList;
}

const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
const regions = (): string[] => letters.flatMap((one) => letters.map((other) => one + other));

function namesIn(languages: readonly Intl.DisplayNames[], region: string): string[] {
  return languages.flatMap((names) => {
    const name = fold(names.of(region) ?? '');
    return name === '' ? [] : [name];
  });
}

/** A getter in older browsers, a method in newer ones, missing in some. */
function zonesIn(region: string): readonly string[] {
  const locale = new Intl.Locale(`und-${region}`) as Intl.Locale & {
    timeZones?: readonly string[];
    getTimeZones?: () => readonly string[] | undefined;
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** Letters and figures alone, without accents, in small letters. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
