import { limits } from '@mufakat/domain';
import { expect, it } from 'vitest';
import { invitationDoorHours, mailtoOf } from './invite';

it('keeps the door open until half a day after the start, as far as that goes', () => {
  const hour = 3_600_000;
  expect(invitationDoorHours(10 * hour, 0)).toBe(22);
  expect(invitationDoorHours(10 * hour + 1, 0)).toBe(23);
  expect(invitationDoorHours(0, 5 * hour)).toBe(12);
  expect(invitationDoorHours(1000 * hour, 0)).toBe(limits.doorHours);
});

it('writes an e-mail that no text can break out of', () => {
  const mail = { subject: 'Undangan: A & B?', body: 'Satu\nDua#%&cc=x@y' };
  const url = new URL(mailtoOf(mail));
  expect(url.protocol).toBe('mailto:');
  expect(url.searchParams.get('subject')).toBe(mail.subject);
  expect(url.searchParams.get('body')).toBe('Satu\r\nDua#%&cc=x@y');
  expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
});
