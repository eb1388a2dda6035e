// What screen readers hear though nothing takes the focus: "you are next", "the poll is open". Polite waits for a pause; assertive
// interrupts and is only for "you have the floor". The same words twice are said twice.
const said = $state({ polite: '', assertive: '' });

export const announcements = {
  get polite(): string {
    return said.polite;
  },
  get assertive(): string {
    return said.assertive;
  },
};

export function announce(text: string, how: 'polite' | 'assertive' = 'polite'): void {
  said[how] = '';
  setTimeout(() => (said[how] = text), 60);
}
