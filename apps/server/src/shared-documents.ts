/**
 * The documents' side of the server put together: the hub, its door, and what meetings ask of them. Kept apart from
 * app.ts because rooms need the hub before access exists, and the door needs access before it can open.
 */
import type { Server as HttpServer } from 'node:http';
import type { AgendaItemDraft, Result } from '@mufakat/domain';
import { documentName, freezeGoal, freezeMinutes, freezeWording, readAgenda } from '@mufakat/shared-docs';
import type { Doc } from 'yjs';
import type { OriginCheck } from './access/origins';
import { DocHub, type HubStatus } from './docs/doc-hub';
import { createDocumentUpgrade } from './docs/doc-upgrade';
import type { DocumentAccess, DocumentGrant } from './docs/document-access';
import type { DocsPorts } from './docs/docs-ports';
import type { MeetingDocuments } from './meetings/meeting-documents';
import type { DocumentStore } from './store/ports';
import type { Metrics } from './platform/metrics';

export interface SharedDocuments {
  forMeetings: MeetingDocuments;
  /** Writes as the grant's person, as one change; see DocHub.write. */
  write(grant: DocumentGrant, change: (doc: Doc) => void): Promise<Result<null>>;
  /** Ends documents that are about to be deleted; see DocHub.shut. */
  shut(names: readonly string[]): Promise<{ let: () => void }>;
  status(): HubStatus;
  /** Opens the door at /sync/ on the server; any upgrade that is nobody's is ended. */
  attach(server: HttpServer, door: { documentAccess: DocumentAccess; originCheck: OriginCheck }): void;
  close(): Promise<void>;
}

const socketIoPath = '/socket.io/';

export function createSharedDocuments(ports: DocsPorts, metrics: Pick<Metrics, 'update'>): SharedDocuments {
  const hub = new DocHub({ ...ports, store: measured(ports.store, metrics) });
  let door: ReturnType<typeof createDocumentUpgrade> | null = null;
  return {
    forMeetings: meetingDocuments(hub, ports.store),
    write: (grant, change) => hub.write(grant, change),
    shut: (names) => hub.shut(names),
    status: () => hub.status(),
    attach: (server, { documentAccess, originCheck }) => {
      const opened = createDocumentUpgrade({
        hub,
        access: documentAccess,
        logger: ports.logger,
        originAllowed: ({ headers }) => originCheck(headers.origin, headers.host),
      });
      door = opened;
      server.on('upgrade', (request, socket, head) => {
        if (opened.handles(request.url)) opened.handle(request, socket, head);
        else if (!request.url?.startsWith(socketIoPath)) socket.destroy();
      });
    },
    close: () => door?.close() ?? hub.close(),
  };
}

/** The agenda as rules know it: papers lose the ids under which the document keeps them. */
function agendaDrafts(doc: Doc): AgendaItemDraft[] {
  return readAgenda(doc).map((item) => ({
    ...item,
    papers: item.papers.map(({ title, url }) => ({ title, url })),
  }));
}

/** The store as the hub sees it, with the sizes of what it keeps counted. */
function measured(store: DocsPorts['store'], metrics: Pick<Metrics, 'update'>): DocsPorts['store'] {
  return {
    findDocument: (name) => store.findDocument(name),
    loadDocument: (name) => store.loadDocument(name),
    putSnapshot: (name, last, snapshot) => store.putSnapshot(name, last, snapshot),
    async appendUpdates(name, updates) {
      const last = await store.appendUpdates(name, updates);
      for (const { update } of updates) metrics.update(update.byteLength);
      return last;
    },
  };
}

function meetingDocuments(hub: DocHub, store: Pick<DocumentStore, 'findDocument'>): MeetingDocuments {
  return {
    agenda: (meetingId) => hub.readNow(documentName('agenda', meetingId), agendaDrafts),
    holdWording: async (decisionId) => {
      const held = await hub.hold(documentName('wording', decisionId), freezeWording);
      return { text: held.value, settle: (end) => held.settle(end) };
    },
    holdGoal: async (goalId, languages) => {
      const held = await hub.hold(documentName('goal', goalId), (doc) => freezeGoal(doc, languages));
      return { text: held.value, settle: (end) => held.settle(end) };
    },
    holdMinutes: async (meetingId, parts) => {
      const held = await hub.hold(documentName('minutes', meetingId), (doc) => freezeMinutes(doc, parts));
      return { text: held.value, settle: (end) => held.settle(end) };
    },
    minutes: (meetingId, parts) =>
      hub.readNow(documentName('minutes', meetingId), (doc) => freezeMinutes(doc, parts)),
    goalHome: async (goalId) => (await store.findDocument(documentName('goal', goalId)))?.stream ?? null,
    refresh: (meetingId) => hub.refresh(meetingId),
  };
}
