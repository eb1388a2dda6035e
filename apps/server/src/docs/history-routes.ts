/**
 * HTTP: a document's versions with their authors, and the document as it was. Whoever may read the document may look;
 * for anyone else it is not there. Going back to an old version is an edit like any other, made by a client.
 */
import { type Result, ok, refused } from '@mufakat/domain';
import { documentKinds, documentName } from '@mufakat/shared-docs';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '../platform/refusal-reply';
import type { DocumentAccess, DocumentGrant } from './document-access';
import { DocumentHistory, type HistoryPorts } from './document-history';

interface Services extends HistoryPorts {
  documentAccess: DocumentAccess;
}

interface AtDocument {
  Params: { kind: string; id: string };
}

interface AtVersion {
  Params: { kind: string; id: string; n: string };
}

export function historyRoutes(app: FastifyInstance, services: Services): void {
  const history = new DocumentHistory(services);

  app.get<AtDocument>('/api/documents/:kind/:id/history', async (request, reply) => {
    const grant = await reader(services, request);
    if (!grant.ok) return refuse(request, reply, grant.code);
    return reply.send(await history.versions(grant.value.documentName));
  });

  app.get<AtVersion>('/api/documents/:kind/:id/at/:n', async (request, reply) => {
    const grant = await reader(services, request);
    if (!grant.ok) return refuse(request, reply, grant.code);
    const { documentName: name, personId } = grant.value;
    const n = numberIn(request.params.n);
    const state = n === null ? refused('not_found') : await history.stateAt(name, n, personId);
    if (!state.ok) return refuse(request, reply, state.code);
    return reply.header('content-type', 'application/octet-stream').send(Buffer.from(state.value));
  });
}

/** What is asked about may be no document at all: it sounds the same as one that is not there. */
async function reader(
  { documentAccess }: Services,
  { params, headers }: FastifyRequest<AtDocument>,
): Promise<Result<DocumentGrant>> {
  const kind = documentKinds.find((one) => one === params.kind);
  const name = kind ? documentName(kind, params.id) : '';
  const grant = await documentAccess.grant({ cookie: headers.cookie, ticket: undefined }, name);
  if (typeof grant === 'string') return refused(grant);
  return grant.mayRead() ? ok(grant) : refused('not_found');
}

function numberIn(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
