import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { icsOf, type CalendarEvent } from './ics';

const event: CalendarEvent = {
  uid: 'AAAAAAAAAAAAAAAAAAAAAA@mufakat',
  sequence: 3,
  stamp: Date.parse('2026-11-24T11:09:06.123Z'),
  start: Date.parse('2026-12-01T02:00:00Z'),
  end: Date.parse('2026-12-01T03:30:00Z'),
  summary: 'Musyawarah Prioritas; pagu, kriteria',
  description: 'Susunan acara:\n09.00 Pembukaan\nKode: BCD FGH',
  location: 'https://mufakat.example/join#BCDFGH',
  url: 'https://mufakat.example/join#BCDFGH',
};

/** As a calendar reads it. */
function read(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent')!;
  return { calendar, component, event: new ICAL.Event(component) };
}

test('a calendar reads what was meant', () => {
  const { calendar, component, event: seen } = read(icsOf(event));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  expect(seen.uid).toBe(event.uid);
  expect(seen.sequence).toBe(3);
  expect(seen.startDate.toJSDate()).toEqual(new Date(event.start));
  expect(seen.endDate.toJSDate()).toEqual(new Date(event.end));
  expect(seen.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
  expect(seen.summary).toBe(event.summary);
  expect(seen.description).toBe(event.description);
  expect(component.getFirstPropertyValue('url')).toBe(event.url);
  const alarm = component.getFirstSubcomponent('valarm')!;
  expect(String(alarm.getFirstPropertyValue('trigger'))).toBe('-P1D');
  expect(alarm.getFirstPropertyValue('action')).toBe('DISPLAY');
});

test('whatever stands in the texts, no line is longer than 75 octets and nothing is lost', () => {
  const words = fc.string({
    unit: fc.constantFrom('a', ' ', ';', ',', '\\', '\n', '"', ':', 'é', 'م', '😀', '語'),
  });
  fc.assert(
    fc.property(words, words, words, (summary, description, location) => {
      const ics = icsOf({ ...event, summary, description, location });
      expect(ics.endsWith('\r\n')).toBe(true);
      for (const line of ics.slice(0, -2).split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n\uFFFD]/u);
      }
      const { event: seen } = read(ics);
      expect([seen.summary, seen.description, seen.location]).toEqual([summary, description, location]);
    }),
  );
});

test('a name cannot end its line and begin another property', () => {
  const { component, event: seen } = read(
    icsOf({ ...event, summary: 'Rapat\r\nATTENDEE:mailto:x@y\r\n\u0000' }),
  );
  expect(component.getAllProperties('attendee')).toEqual([]);
  expect(seen.summary).toBe('Rapat\nATTENDEE:mailto:x@y\n ');
});
