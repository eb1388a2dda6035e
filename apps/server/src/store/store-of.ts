/**
 * The store's face, the same for every adapter that works synchronously inside: writes go through the queue,
 * reads are direct, and after `close` both reject.
 */
import type { Store } from './ports';
import type { WriteQueue } from './write-queue';

type Synchronous<Port> = {
  [Name in keyof Port]: Port[Name] extends (...given: infer Given) => Promise<infer Answer>
    ? (...given: Given) => Answer
    : never;
};

/** What an adapter's tables can do. A write that throws is undone by whoever runs the batch. */
export type Tables = Synchronous<Omit<Store, 'close'>>;

/** `release` is called once everything that was queued has settled. */
export function storeOf(tables: Tables, queue: WriteQueue, release: () => void): Store {
  const write = queue.add;
  let closing: Promise<void> | null = null;

  async function read<T>(work: () => T): Promise<T> {
    if (closing) throw new Error('the store is closed');
    return work();
  }

  return {
    append: (request) => write(() => tables.append(request)),
    readEvents: (stream, afterSeq, limit) => read(() => tables.readEvents(stream, afterSeq, limit)),
    findStream: (id) => read(() => tables.findStream(id)),
    childStreams: (parent) => read(() => tables.childStreams(parent)),
    expiringStreams: () => read(() => tables.expiringStreams()),
    terms: () => read(() => tables.terms()),
    closedBefore: (parent, at) => read(() => tables.closedBefore(parent, at)),
    forgetfulStreams: () => read(() => tables.forgetfulStreams()),
    wordsLeft: (parent) => read(() => tables.wordsLeft(parent)),
    indexOlder: (limit) => write(() => tables.indexOlder(limit)),
    deleteStreams: (streams, kept) => write(() => tables.deleteStreams(streams, kept)),
    findCommand: (commandId) => read(() => tables.findCommand(commandId)),
    castBallot: (request) => write(() => tables.castBallot(request)),
    closeBox: (pollId, finish) => write(() => tables.closeBox(pollId, finish)),
    findBox: (pollId) => read(() => tables.findBox(pollId)),
    overdueBoxes: (now) => read(() => tables.overdueBoxes(now)),
    nextDeadline: () => read(() => tables.nextDeadline()),
    readBallots: (pollId) => read(() => tables.readBallots(pollId)),
    readPublished: (pollId) => read(() => tables.readPublished(pollId)),
    findDocument: (name) => read(() => tables.findDocument(name)),
    documentsOf: (stream) => read(() => tables.documentsOf(stream)),
    loadDocument: (name) => read(() => tables.loadDocument(name)),
    appendUpdates: (name, updates) => write(() => tables.appendUpdates(name, updates), name),
    putSnapshot: (name, last, snapshot) => write(() => tables.putSnapshot(name, last, snapshot)),
    readUpdates: (name, after, limit) => read(() => tables.readUpdates(name, after, limit)),
    readMarks: (name, after, limit) => read(() => tables.readMarks(name, after, limit)),
    readClients: (name, limit) => read(() => tables.readClients(name, limit)),
    putSession: (session) => write(() => tables.putSession(session)),
    findSession: (hash) => read(() => tables.findSession(hash)),
    dropSession: (hash) => write(() => tables.dropSession(hash)),
    dropExpiredSessions: (now, limit) => write(() => tables.dropExpiredSessions(now, limit)),
    putSeat: (sessionHash, stream, personId) => write(() => tables.putSeat(sessionHash, stream, personId)),
    seatsOf: (sessionHash) => read(() => tables.seatsOf(sessionHash)),
    findSeat: (sessionHash, stream) => read(() => tables.findSeat(sessionHash, stream)),
    findLink: (linkId) => read(() => tables.findLink(linkId)),
    findCode: (code) => read(() => tables.findCode(code)),
    check: () => write(() => tables.check()),
    close: () => (closing ??= queue.close().then(release)),
  };
}
