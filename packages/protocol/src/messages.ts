/** The two unions of live messages, by name: what a client may send, and what a server may send. */
import { ballotAckSchema, ballotMessageSchema, type BallotAck, type BallotMessage } from './up/ballot';
import { clockAckSchema, clockSchema, type ClockAck } from './up/clock';
import { commandAckSchema, commandSchema, type CommandAck, type CommandMessage } from './up/command';
import { joinAckSchema, joinSchema, type Join, type JoinAck } from './up/join';
import { eventsSchema, type EventsFrame } from './down/events';
import { goneSchema, type GoneFrame } from './down/gone';
import { packSchema, type PackFrame } from './down/pack';
import { presenceSchema, type PresenceFrame } from './down/presence';
import { refoldSchema, type RefoldFrame } from './down/refold';
import { turnoutSchema, type TurnoutFrame } from './down/turnout';
import { waitingSchema, type WaitingFrame } from './down/waiting';

export const upMessages = {
  join: { message: joinSchema, ack: joinAckSchema },
  command: { message: commandSchema, ack: commandAckSchema },
  ballot: { message: ballotMessageSchema, ack: ballotAckSchema },
  clock: { message: clockSchema, ack: clockAckSchema },
} as const;

export const downMessages = {
  events: eventsSchema,
  pack: packSchema,
  presence: presenceSchema,
  turnout: turnoutSchema,
  refold: refoldSchema,
  waiting: waitingSchema,
  gone: goneSchema,
} as const;

/** For Socket.IO's types: what the client emits. */
export interface ClientToServer {
  join: (message: Join, ack: (answer: JoinAck) => void) => void;
  command: (message: CommandMessage, ack: (answer: CommandAck) => void) => void;
  ballot: (message: BallotMessage, ack: (answer: BallotAck) => void) => void;
  clock: (message: Record<string, never>, ack: (answer: ClockAck) => void) => void;
}

/** For Socket.IO's types: what the server emits. */
export interface ServerToClient {
  events: (frame: EventsFrame) => void;
  pack: (frame: PackFrame) => void;
  presence: (frame: PresenceFrame) => void;
  turnout: (frame: TurnoutFrame) => void;
  refold: (frame: RefoldFrame) => void;
  waiting: (frame: WaitingFrame) => void;
  gone: (frame: GoneFrame) => void;
}
