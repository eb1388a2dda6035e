/**
 * One meeting as an iCalendar file (RFC 5545) that phones, Outlook and Google take: UTC times, texts escaped, lines
 * folded at 75 octets without cutting a letter, CRLF. Pure: what stands in it is given.
 */
export interface CalendarEvent {
  /** The same for ever, so that a later file replaces the earlier one. */
  uid: string;
  /** Grows with each change of the meeting. */
  sequence: number;
  /** Milliseconds since 1970, UTC: when the file was made, and from when to when the meeting is. */
  stamp: number;
  start: number;
  end: number;
  summary: string;
  description: string;
  location: string;
  url: string;
}

export function icsOf(event: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mufakat//Mufakat//ID',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `DTSTAMP:${utc(event.stamp)}`,
    `DTSTART:${utc(event.start)}`,
    `DTEND:${utc(event.end)}`,
    `SEQUENCE:${event.sequence}`,
    'STATUS:CONFIRMED',
    `SUMMARY:${text(event.summary)}`,
    `DESCRIPTION:${text(event.description)}`,
    `LOCATION:${text(event.location)}`,
    `URL:${event.url}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${text(event.summary)}`,
    'TRIGGER:-P1D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** 20261124T020000Z. */
function utc(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** A TEXT value: what would end or part it is escaped, other control characters are not allowed in it. */
function text(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

const octets = 75;

function folded(line: string): string {
  const pieces: string[] = [''];
  let room = octets;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (size > room) {
      pieces.push('');
      room = octets - 1; // the blank that begins a folded line
    }
    pieces[pieces.length - 1] += letter;
    room -= size;
  }
  return pieces.join('\r\n ');
}
