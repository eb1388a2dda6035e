/**
 * What each command of a meeting needs of the world before the rules decide on it: texts as they stand, a code, a lot, who
 * is connected, the ballots of a box. It is gathered inside the record's queue, and only for those who may give the command.
 */
import {
  ok,
  publishedBallots,
  type Gathered,
  type Meeting,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingState,
  type Result,
} from '@mufakat/domain';
import { freshLot, lotSeed } from '../polls/lots';
import { forOpening, questionBox, whyNotCounted } from '../polls/question-asks';
import { readBallot } from '../polls/read-ballot';
import type { Done } from '../streams/plan';
import type { Stream } from '../streams/stream';
import { chairsAwaySince } from './chairs-away';
import { askFreezing, textOf } from './freezing';
import { forThoseWhoMay, gathered, hashBox, type MeetingAsk } from './gathering';
import { goalAsKnown } from './goal-home';
import type { MeetingPorts } from './meeting-ports';
import type { Presence } from './presence';

/** The room that a command is given in, as far as gathering is concerned. */
export interface Asked {
  id: string;
  ports: MeetingPorts;
  presence: Presence;
  stream: Stream<MeetingState, MeetingCommand, MeetingEvent>;
}

export function askGathered(room: Asked, ask: MeetingAsk): Promise<Result<Done<MeetingEvent>>> {
  const { id, ports, presence, stream } = room;
  const { command } = ask;
  const forWhoMay = (gather: (state: Meeting) => Promise<Result<Gathered>>) =>
    stream.ask({ ...ask, gather: forThoseWhoMay(ask, gather) });
  switch (command.type) {
    case 'door.open':
      return stream.ask({ ...ask, gather: () => gathered({ code: ports.ids.newCode() }) });
    case 'agenda.adopt':
    case 'agenda.propose':
      return forWhoMay(async () => ok({ agenda: await ports.documents.agenda(id) }));
    case 'chair.take':
      return stream.ask({
        ...ask,
        gather: (state) => gathered({ chairsAwayMs: chairsAwayMs(presence, state) }),
      });
    case 'text.freeze':
    case 'goal.freeze':
    case 'minutes.freeze':
      return askFreezing(stream, ask, textOf(command, id, ports.documents));
    case 'goal.resume':
    case 'goal.reopen': {
      const around = { meetingId: id, documents: ports.documents, neighbour: ports.neighbour };
      return forWhoMay((state) => goalAsKnown(state, command.goalId, around));
    }
    case 'poll.open':
      return stream.ask({ ...ask, gather: () => gathered({ lot: freshLot(ports, id) }) });
    case 'tie.draw':
      return forWhoMay((state) => gathered({ lotSeed: lotSeed(ports, id, state, command.pollId) }));
    case 'question.open':
      return forWhoMay((state) => Promise.resolve(forOpening(ports, state, command.pollId)));
    case 'question.close':
      return closeQuestion(room, ask, command.pollId);
    case 'poll.close':
      return stream.ask({
        ...ask,
        closesBox: { pollId: command.pollId, read: readBallot, published: publishedBallots },
        gather: forThoseWhoMay(ask, () => gathered({ present: new Set(presence.people()), hashBox })),
      });
    default:
      return stream.ask(ask);
  }
}

/** By a chair, or by the clock, which needs no right. */
function closeQuestion(
  { ports, stream }: Asked,
  ask: MeetingAsk,
  pollId: string,
): Promise<Result<Done<MeetingEvent>>> {
  const gather = (state: Meeting): Promise<Result<Gathered>> => {
    const counted = whyNotCounted(ports, state, pollId);
    return Promise.resolve(counted.ok ? ok({ hashBox }) : counted);
  };
  const byClock = (state: MeetingState): Promise<Result<Gathered>> =>
    state.status === 'planned' ? gather(state) : gathered({ hashBox });
  return stream.ask({
    ...ask,
    closesBox: questionBox(ports, stream.state, pollId),
    gather: ask.actor.kind === 'clock' ? byClock : forThoseWhoMay(ask, gather),
  });
}

/** 0 while a chair is connected. */
function chairsAwayMs(presence: Presence, state: MeetingState): number {
  const now = presence.clock.now();
  return now - (chairsAwaySince(presence, state.status === 'planned' ? state : null) ?? now);
}
