/** HTTP: the record of a meeting, as a file to verify and as a plain page to read and print. */
import { acceptedLanguage, languages, type Language } from '@mufakat/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sessionOf } from '../access/request-session';
import { refuse } from '../platform/refusal-reply';
import type { Services } from '../services';
import { closedBoxes, recordFile } from './record-file';
import { recordPage } from './record-page';

interface AtMeeting {
  Params: { meetingId: string };
  Querystring: { lang?: string };
}

export function recordRoutes(app: FastifyInstance, services: Services): void {
  app.get<AtMeeting>('/api/meetings/:meetingId/record.json', async (request, reply) => {
    const access = await services.access.meeting(
      await sessionOf(services, request),
      request.params.meetingId,
    );
    if (!access.ok) return refuse(request, reply, access.code);
    const name = `mufakat-${access.value.room.id}.json`;
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(await recordFile(access.value, services.store));
  });

  app.get<AtMeeting>('/api/meetings/:meetingId/record.html', async (request, reply) => {
    const access = await services.access.meeting(
      await sessionOf(services, request),
      request.params.meetingId,
    );
    if (!access.ok) return refuse(request, reply, access.code);
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .send(recordPage(access.value, await closedBoxes(access.value, services.store), languageOf(request)));
  });
}

function languageOf(request: FastifyRequest<AtMeeting>): Language {
  const wanted = request.query.lang;
  return languages.find((one) => one === wanted) ?? acceptedLanguage(request.headers['accept-language']);
}
