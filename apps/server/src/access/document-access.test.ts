import { documentName } from '@mufakat/shared-docs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openHall, type TestHall } from '../meetings/testing';
import { systemIds } from '../platform/ids';
import { createRooms, type RoomRegistry } from '../rooms';
import { createAccess } from './access';
import { cookieKind } from './cookies';
import { createDocumentAccess } from './document-access';
import { createSessions } from './sessions';
import { createTickets } from './tickets';

const hourMs = 3_600_000;

let hall: TestHall;
let rooms: RoomRegistry;
beforeEach(async () => {
  hall = await openHall();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  rooms = createRooms(hall.ports);
});
afterEach(() => {
  rooms.close();
  hall.close();
  vi.useRealTimers();
});

function doors() {
  const { store, clock } = hall.ports;
  const access = createAccess(store, rooms);
  const sessions = createSessions(store, { clock, ids: systemIds }, cookieKind(false));
  const tickets = createTickets({ clock, ids: systemIds });
  return {
    access,
    sessions,
    tickets,
    documents: createDocumentAccess({ store, access, sessions, tickets, rooms, fanOut: hall.ports.fanOut }),
  };
}

it('a grant sees what became of its meeting, also after the room left memory and came back', async () => {
  const { access, tickets, documents } = doors();
  const agenda = documentName('agenda', hall.room.id);
  const grant = await documents.grant(
    { cookie: undefined, ticket: tickets.issue({ hash: 'chair' }, agenda) },
    agenda,
  );
  if (typeof grant === 'string') throw new Error(grant);
  expect(grant.mayWrite()).toBeNull();

  hall.clock.time += hourMs;
  vi.advanceTimersByTime(hourMs);
  expect(rooms.openMeetings()).toEqual([]);
  expect(grant.mayWrite()).toBeNull();

  const chair = await access.meeting({ hash: 'chair' }, hall.room.id);
  if (!chair.ok) throw new Error(chair.code);
  for (const type of ['meeting.open', 'meeting.close'] as const) {
    await chair.value.room.command(chair.value, systemIds.newId(), { type });
  }
  expect(grant.mayWrite()).toBe('document_frozen');
});

it('a ticket opens its document once; unknown and forbidden documents sound the same', async () => {
  const { sessions, tickets, documents } = doors();
  const agenda = documentName('agenda', hall.room.id);
  const stranger = await sessions.create();
  const cookie = `mufakat=${stranger.token}`;
  expect(await documents.grant({ cookie, ticket: undefined }, agenda)).toBe('not_found');
  for (const name of [documentName('agenda', systemIds.newId()), 'agenda/x', '', '__proto__']) {
    expect(await documents.grant({ cookie, ticket: undefined }, name)).toBe('not_found');
  }
  expect(await documents.grant({ cookie: undefined, ticket: undefined }, agenda)).toBe('not_signed_in');
  const ticket = tickets.issue({ hash: 'chair' }, agenda);
  expect(await documents.grant({ cookie: undefined, ticket }, agenda)).toMatchObject({
    documentName: agenda,
  });
  expect(await documents.grant({ cookie: undefined, ticket }, agenda)).toBe('not_signed_in');
  // A ticket that is none is not made good by a cookie: one who sends it means to use it.
  expect(await documents.grant({ cookie, ticket: 'none' }, agenda)).toBe('not_signed_in');
});
