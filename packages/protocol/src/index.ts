/** WIRE: the messages of both live protocols and of the HTTP API, their limits, and how refusals are worded. */
export {
  closeCodes,
  documentMessages,
  documentPath,
  ownMessagesParameter,
  ticketParameter,
} from './document-wire';
export type { EventsFrame } from './down/events';
export type { GoneFrame } from './down/gone';
export type { PackedBytes, PackFrame } from './down/pack';
export type { PresenceFrame } from './down/presence';
export type { RefoldFrame } from './down/refold';
export type { TurnoutFrame } from './down/turnout';
export type { WaitingFrame } from './down/waiting';
export * from './http';
export { wireLimits } from './limits';
export { downMessages, upMessages, type ClientToServer, type ServerToClient } from './messages';
export { refusalSchema, type Refusal } from './refusal';
export { ballotMessageSchema, type BallotAck, type BallotMessage } from './up/ballot';
export { clockSchema, type ClockAck } from './up/clock';
export { commandSchema, type CommandAck, type CommandMessage } from './up/command';
export { joinSchema, type Join, type JoinAck, type SeatedAck, type WaitingAck } from './up/join';
export { oldestServed, protocolVersion } from './version';
export { sealedEventSchema, stubEventSchema, wireEventSchema, type WireEvent } from './wire-event';
export { acceptedLanguage, languages, refusalSentence, type Language } from './words/index';
