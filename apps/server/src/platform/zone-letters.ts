/** What people call a zone: WIB, WITA, WIT in Indonesia, whatever the language; elsewhere as Intl has it. */
const indonesian: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
};

export function zoneLetters(locale: string, at: number, timeZone: string): string {
  const known = indonesian[timeZone];
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
