/** HTTP: the minutes as they stand or were locked, as a page, as Markdown and as a file for programs. */
import { minutesParts, paperOf, type Meeting } from '@mufakat/domain';
import { minutesSheet, type Prose, type Times } from '@mufakat/minutes';
import { acceptedLanguage, languages, type Language } from '@mufakat/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sessionOf } from '../access/request-session';
import { refuse } from '../platform/refusal-reply';
import { zoneLetters } from '../platform/zone-letters';
import type { Services } from '../services';
import { minutesHtml } from './minutes-html';
import { minutesMarkdown } from './minutes-markdown';

interface AtMinutes {
  Params: { meetingId: string; form: 'html' | 'md' | 'json' };
  Querystring: { lang?: string };
}

const types = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;

export function minutesRoutes(app: FastifyInstance, services: Services): void {
  for (const form of ['html', 'md', 'json'] as const) {
    app.get<AtMinutes>(`/api/meetings/:meetingId/minutes.${form}`, async (request, reply) => {
      const access = await services.access.meeting(
        await sessionOf(services, request),
        request.params.meetingId,
      );
      if (!access.ok) return refuse(request, reply, access.code);
      const { room } = access.value;
      const { state } = room;
      if (!state) return refuse(request, reply, 'not_found');
      const prose = await room.ports.documents.minutes(room.id, minutesParts(state));
      if (form !== 'html') {
        const name = `${form === 'md' ? 'berita-acara' : 'minutes'}-${room.id}.${form}`;
        void reply.header('content-disposition', `attachment; filename="${name}"`);
      }
      return reply.header('content-type', types[form]).send(written(form, state, prose, languageOf(request)));
    });
  }
}

function written(form: keyof typeof types, state: Meeting, draft: Prose, language: Language): string {
  const paper = paperOf(state);
  if (form === 'json') {
    const prose = paper.status === 'draft' ? draft : [];
    return `${JSON.stringify({ format: 'mufakat-minutes', version: 1, paper, prose })}\n`;
  }
  const sheet = minutesSheet(paper, draft, language, timesIn(state.plan.timeZone, language));
  return form === 'html' ? minutesHtml(sheet) : minutesMarkdown(sheet);
}

/** English as it is written where the day comes before the month and hours go to 24. */
const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

function timesIn(timeZone: string, language: Language): Times {
  const locale = locales[language];
  const days = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
  const clocks = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  return {
    day: (at) => days.format(at),
    clock: (at) => clocks.format(at),
    clockInZone: (at) => `${clocks.format(at)} ${zoneLetters(locale, at, timeZone)}`,
  };
}

function languageOf(request: FastifyRequest<AtMinutes>): Language {
  const wanted = request.query.lang;
  return languages.find((one) => one === wanted) ?? acceptedLanguage(request.headers['accept-language']);
}
