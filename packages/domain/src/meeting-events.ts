/** All events of a meeting's record, as one union, with their version. */
import * as z from 'zod';
import { agendaEvents } from './agenda/events';
import { conflictEvents } from './conflicts/events';
import { decisionEvents } from './decisions/events';
import { goalEvents } from './goals/events';
import { meetingPhaseEvents } from './meeting/events';
import { minutesEvents } from './minutes/events';
import { peopleEvents } from './people/events';
import { pollEvents } from './polls/events';
import { tieEvents } from './ties/events';
import { questionEvents } from './questions/events';

export const meetingEventSchema = z.discriminatedUnion('type', [
  ...meetingPhaseEvents,
  ...peopleEvents,
  ...agendaEvents,
  ...goalEvents,
  ...decisionEvents,
  ...pollEvents,
  ...tieEvents,
  ...conflictEvents,
  ...questionEvents,
  ...minutesEvents,
]);
export type MeetingEvent = z.infer<typeof meetingEventSchema>;
