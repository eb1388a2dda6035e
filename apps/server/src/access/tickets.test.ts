import { wireLimits } from '@mufakat/protocol';
import { beforeEach, expect, it } from 'vitest';
import { systemIds } from '../platform/ids';
import { TestClock } from '../streams/testing';
import { createTickets, type Tickets } from './tickets';

const session = { hash: 'a-session' };
let clock: TestClock;
let tickets: Tickets;

beforeEach(() => {
  clock = new TestClock();
  tickets = createTickets({ clock, ids: systemIds });
});

it('opens its document once', () => {
  const ticket = tickets.issue(session, 'agenda/one');
  expect(ticket).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(tickets.redeem(ticket, 'agenda/one')).toEqual(session);
  expect(tickets.redeem(ticket, 'agenda/one')).toBeNull();
});

it('opens no other document, and is used up by the try', () => {
  const ticket = tickets.issue(session, 'agenda/one');
  expect(tickets.redeem(ticket, 'agenda/two')).toBeNull();
  expect(tickets.redeem(ticket, 'agenda/one')).toBeNull();
});

it('is good for thirty seconds', () => {
  const good = tickets.issue(session, 'agenda/one');
  const late = tickets.issue(session, 'agenda/one');
  clock.time += wireLimits.documentTicketMs - 1;
  expect(tickets.redeem(good, 'agenda/one')).toEqual(session);
  clock.time += 1;
  expect(tickets.redeem(late, 'agenda/one')).toBeNull();
});

it('knows no ticket that was not issued', () => {
  expect(tickets.redeem('', 'agenda/one')).toBeNull();
  expect(tickets.redeem(systemIds.newToken(), 'agenda/one')).toBeNull();
});
