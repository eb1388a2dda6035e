// Icons: one stroke on a 24 grid, one path each. They are drawn inline by Icon.svelte, not as CSS masks: a mask is a
// `data:` image (needs a hole in the CSP) and a background (vanishes on paper), a path takes the ink of the text beside it.
// To add one: draw it on the same grid and stroke, keep the list in alphabetical order of meaning, not of looks.
export const icons = {
  hand: 'M8 12.5V6a1.5 1.5 0 0 1 3 0v5M11 10.5V4.5a1.5 1.5 0 0 1 3 0V11M14 11V6a1.5 1.5 0 0 1 3 0v8.5c0 4-2.4 6.5-6 6.5-2.6 0-4-1.1-5.3-3.3L3.7 14a1.5 1.5 0 0 1 2.5-1.6L8 14.5',
  idea: 'M4 5h16v11h-8l-4.5 4v-4H4zM12 8v5M9.5 10.5h5',
  mood: 'M4 17a8 8 0 1 1 16 0M12 17l4-5.5M3.5 20h17',
  ballot: 'M4 12h16v8H4zM7 12V4h10v8M9.5 7.5l2 2 3-3.5',
  down: 'm6 9 6 6 6-6',
  up: 'm6 15 6-6 6 6',
  check: 'm5 12.5 4.5 4.5L19 7',
  x: 'm6 6 12 12M18 6 6 18',
  minus: 'M5 12h14',
  plus: 'M5 12h14M12 5v14',
  clock: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 7.5V12l3 2',
  lock: 'M5.5 11h13v9.5h-13zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
  pen: 'm5 19 1-4L16.5 4.5l3 3L9 18z',
  chat: 'M4 5h16v11h-8l-4.5 4v-4H4z',
  warn: 'M12 4 2.8 20h18.4zM12 10v4.5M12 17v.5',
  info: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 11v5M12 7.8v.4',
  leave: 'M14 4H5v16h9M10 12h10M16.5 8.5 20 12l-3.5 3.5',
  reply: 'M5 4v7a3 3 0 0 0 3 3h11M15 10l4 4-4 4',
  ask: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M9.7 9.6a2.3 2.3 0 1 1 3.3 2.1c-.7.4-1 .9-1 1.6M12 16v.4',
  flag: 'M6 21V4h12l-3 4.5 3 4.5H6',
  eye: 'M2.5 12s3.5-6 9.5-6 9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6zM9.5 12a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0',
  people:
    'M6 8.5a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M3.5 19c0-3.5 2.3-5.5 5.5-5.5s5.5 2 5.5 5.5M15.5 5.8a3 3 0 0 1 0 5.4M17.5 14c2 .7 3 2.5 3 5',
  offline: 'M4 4l16 16M8.5 8.2A7.5 7.5 0 0 0 4 10.5M12 7.5c3 0 5.8 1 8 3M7.5 14.5a6 6 0 0 1 5-2M12 18.5v.4',
  table: 'M4 5h16v14H4zM4 10h16M10 10v9',
  sun: 'M8 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  globe:
    'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M3.5 12h17M12 3.5c3 2.5 3 14.5 0 17M12 3.5c-3 2.5-3 14.5 0 17',
  next: 'M5 12h14M13 6l6 6-6 6',
  prev: 'M19 12H5M11 6l-6 6 6 6',
  print: 'M7 9V4h10v5M5 9h14v8h-3M8 17H5V9M8 14h8v6H8z',
  note: 'M5 4h14v11l-5 5H5zM19 15h-5v5',
  bold: 'M8 5h4.8a3.5 3.5 0 0 1 0 7H8zM8 12h5.8a3.5 3.5 0 0 1 0 7H8z',
  italic: 'M10.5 5H17M7 19h6.5M14 5l-4 14',
  heading: 'M4 6v12M12 6v12M4 12h8M16 11l2.5-1.7V18',
  subheading: 'M4 6v12M12 6v12M4 12h8M15.8 11.4a2 2 0 1 1 3.7 1.3L15.8 18h4',
  bullets: 'M9.5 6.5H20M9.5 12H20M9.5 17.5H20M5 6.3v.4M5 11.8v.4M5 17.3v.4',
  numbers: 'M10.5 6.5H20M10.5 12H20M10.5 17.5H20M4.5 5.4 6 4.5v5M4.4 15.6a1.3 1.3 0 1 1 2.4.9L4.4 19.5h2.8',
  quote: 'M5 5v14M9.5 7H20M9.5 12H20M9.5 17H16',
  link: 'M10 14a4 4 0 0 0 5.9.4l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-5.9-.4l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2',
  undo: 'M8.5 5 4.5 9l4 4M4.5 9H14a5 5 0 0 1 0 10H9.5',
  redo: 'm15.5 5 4 4-4 4M19.5 9H10a5 5 0 0 0 0 10h4.5',
  grip: 'M9 6v.5M9 12v.5M9 18v.5M15 6v.5M15 12v.5M15 18v.5',
} as const;

export type IconName = keyof typeof icons;

/** These point along the line of text, so they are mirrored where text runs from the right. */
export const mirrored: ReadonlySet<IconName> = new Set<IconName>([
  'reply',
  'leave',
  'next',
  'prev',
  'bullets',
  'numbers',
  'quote',
  'undo',
  'redo',
]);
