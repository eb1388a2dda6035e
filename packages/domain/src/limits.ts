/**
 * Sizes that rules and schemas share. Lengths are UTF-16 code units, as `String.length` counts them.
 */
export const limits = {
  nameLength: 120,
  titleLength: 200,
  reasonLength: 2000,
  wordingLength: 64 * 1024,
  partners: 200,
  chambers: 12,
  agendaItems: 300,
  peopleInMeeting: 5000,
  itemMinutes: 600,
  /** Opening and closing are capped, so that speeches do not eat the meeting (practice.md, 3a). */
  openingMinutes: 30,
  closingMinutes: 30,
  doorHours: 24 * 14,
} as const;
