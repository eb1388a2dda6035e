/** HTTP calls, each a typed function. A refusal is a value; the line's failure, silence too, is the refusal `server_busy`. */
import { refusalCodes, type CoalitionCommand, type RefusalCode, type Result } from '@mufakat/domain';
import type {
  AgendaAnswer,
  CameIn,
  CoalitionAnswer,
  ComeBody,
  DemoAnswer,
  DemoBody,
  DemoEnd,
  DemoSources,
  DocumentVersions,
  DoorAnswer,
  Entered,
  Founded,
  InvitationAnswer,
  LinkAnswer,
  PlanBody,
  Planned,
  SessionAnswer,
} from '@mufakat/protocol';

export const api = {
  session: () => get<SessionAnswer>('/api/session'),
  signOut: async () => {
    const result = await send<null>('DELETE', '/api/session', {});
    // Nothing that somebody wrote here stays for the next person at this device.
    if (result.ok) await (await (await import('../kept/shelf.svelte')).openShelf()).clear();
    return result;
  },
  door: (code: string) => get<DoorAnswer>(`/api/doors/${encodeURIComponent(code)}`),
  come: (code: string, body: ComeBody) =>
    send<CameIn>('POST', `/api/doors/${encodeURIComponent(code)}`, body),
  enter: (secret: string) => send<Entered>('POST', '/api/links', { secret }),
  found: (id: string, command: CoalitionCommand, invitation: string | null) =>
    send<Founded>('POST', '/api/coalitions', { id, command, invitation }),
  demo: () => get<DemoSources>('/api/demo'),
  enterDemo: (body: DemoBody) => send<DemoAnswer>('POST', '/api/demo', body),
  demoEnd: (meetingId: string) => get<DemoEnd>(`/api/meetings/${meetingId}/demo`),
  coalition: (id: string) => get<CoalitionAnswer>(`/api/coalitions/${id}`),
  coalitionLink: (id: string) => get<LinkAnswer>(`/api/coalitions/${id}/link`),
  changeCoalition: (coalitionId: string, id: string, command: CoalitionCommand) =>
    send<{ seq: number }>('POST', `/api/coalitions/${coalitionId}/commands`, { id, command }),
  /** Both for ever; `id` is kept over retries, the name is typed again. */
  deleteCoalition: (coalitionId: string, id: string, name: string) =>
    send<null>('DELETE', `/api/coalitions/${coalitionId}`, { id, name }),
  deleteMeeting: (meetingId: string, id: string, title: string) =>
    send<null>('DELETE', `/api/meetings/${meetingId}`, { id, title }),
  plan: (coalitionId: string, body: PlanBody) =>
    send<Planned>('POST', `/api/coalitions/${coalitionId}/meetings`, body),
  agendaOf: (coalitionId: string, meetingId: string) =>
    get<AgendaAnswer>(`/api/coalitions/${coalitionId}/meetings/${meetingId}/agenda`),
  invitation: (meetingId: string) => get<InvitationAnswer>(`/api/meetings/${meetingId}/invitation`),
  /** Be erased from a meeting, also while one waits there or was removed; `id` is kept over retries. */
  eraseMe: (meetingId: string, id: string) => send<null>('DELETE', `/api/meetings/${meetingId}/me`, { id }),
  personLink: (meetingId: string, personId: string) =>
    get<LinkAnswer>(`/api/meetings/${meetingId}/people/${personId}/link`),
  documentHistory: (name: string) => get<DocumentVersions>(`/api/documents/${name}/history`),
  /** One Yjs update: the document as it was after its update `n`. */
  documentAt: (name: string, n: number) => call(`/api/documents/${name}/at/${n}`, { method: 'GET' }, bytes),
} as const;

function get<T>(path: string): Promise<Result<T>> {
  return call(path, { method: 'GET' }, json<T>);
}

function send<T>(method: 'POST' | 'DELETE', path: string, body: unknown): Promise<Result<T>> {
  const headers = { 'content-type': 'application/json' };
  return call(path, { method, body: JSON.stringify(body), headers }, json<T>);
}

// The server is our own and of the same version; its answers are typed, not parsed again.
const json = async <T>(response: Response): Promise<T> =>
  (response.status === 204 ? null : await response.json()) as T;

const bytes = async (response: Response): Promise<Uint8Array> => new Uint8Array(await response.arrayBuffer());

/** After this long without an answer a line counts as down, so that nobody waits for ever. */
const patienceMs = 20_000;

async function call<T>(
  path: string,
  init: RequestInit,
  read: (response: Response) => Promise<T>,
): Promise<Result<T>> {
  try {
    const response = await fetch(path, {
      ...init,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok) return { ok: true, value: await read(response) };
    return { ok: false, code: codeIn(await response.json()) };
  } catch {
    return { ok: false, code: 'server_busy' };
  }
}

function codeIn(body: unknown): RefusalCode {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null;
  return refusalCodes.find((one) => one === code) ?? 'server_busy';
}
