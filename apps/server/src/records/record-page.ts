/**
 * The record as a plain page: no script, one style sheet, prints on A4 and F4. Made from the folded state, so that it
 * says exactly what the events say; names and texts that were erased stand as erased.
 */
import { attended, textOf, type Person, type Words } from '@mufakat/domain';
import type { Language } from '@mufakat/protocol';
import { headWords } from '@mufakat/record';
import type { MeetingEntry } from '../access/access';
import { decisionSection } from './decision-section';
import { html, type Html } from './html';
import { clock, dateTime, saidIn, type PageContext } from './page-context';
import type { PublishedBox } from './record-file';
import { recordWords } from './words';

export function recordPage(
  { room }: MeetingEntry,
  boxes: readonly PublishedBox[],
  language: Language,
): string {
  const { state } = room;
  if (!state) throw new Error('an access leads to a planned meeting');
  const page: PageContext = { state, boxes, language, say: recordWords[language] };
  const { say } = page;
  return html`<!doctype html>
    <html lang="${language}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${state.plan.title} · ${say.record} · Mufakat</title>
        <link rel="stylesheet" href="/record.css" />
      </head>
      <body>
        <main>
          ${header(page)} ${attendanceSection(page)} ${agendaSection(page)} ${decisionsSection(page)}
          ${chainSection(page, room.stream.head, room.stream.seq)}
        </main>
      </body>
    </html>`.text;
}

function header(page: PageContext): Html {
  const { state, say } = page;
  const { plan, phase } = state;
  return html`<header>
    <p class="kind">${say.record}</p>
    <h1 dir="auto">${plan.title}</h1>
    ${phase.status === 'closed' ? null : html`<p class="notice">${say.draft}</p>`}
    <dl>
      <div>
        <dt>${say.place}</dt>
        <dd dir="auto">${saidIn(page, plan.coalitionName)}</dd>
      </div>
      <div>
        <dt>${say.when}</dt>
        <dd>${dateTime(page, plan.startsAt)}</dd>
      </div>
      ${
        plan.place === ''
          ? null
          : html`<div>
              <dt>${say.venue}</dt>
              <dd dir="auto">${plan.place}</dd>
            </div>`
      }
      <div>
        <dt>${say.closed}</dt>
        <dd>${phase.status === 'closed' ? dateTime(page, phase.at) : say.notYet}</dd>
      </div>
    </dl>
  </header>`;
}

function attendanceSection(page: PageContext): Html {
  const { state, say } = page;
  const came = state.people.values().filter(attended);
  const invited = state.plan.partners.reduce((sum, partner) => sum + partner.heads, 0);
  const rows = came.map((person, index) => attendanceRow(page, person, index + 1));
  return html`<section>
    <h2>${say.attendance}</h2>
    <p>${say.attendanceOf(came.length, invited)}</p>
    <table class="wide">
      <thead>
        <tr>
          <th class="n">${say.columns.no}</th>
          <th>${say.columns.name}</th>
          <th>${say.columns.partner}</th>
          <th>${say.columns.chamber}</th>
          <th>${say.columns.seat}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}

function attendanceRow(page: PageContext, person: Person, no: number): Html {
  const { plan } = page.state;
  const partner = plan.partners.find((one) => one.id === person.partnerId);
  const chamber = plan.chambers.find((one) => one.id === partner?.chamber);
  const name = [textOf(person.address), saidIn(page, person.name)].filter(Boolean).join(' ');
  return html`<tr>
    <td class="n">${no}</td>
    <td dir="auto">${name}</td>
    <td dir="auto">${partner ? saidIn(page, partner.name) : ''}</td>
    <td dir="auto">${chamber?.name ?? ''}</td>
    <td>${person.roles.map((role) => page.say.roles[role]).join(', ')}</td>
  </tr>`;
}

function agendaSection(page: PageContext): Html {
  const { agenda } = page.state;
  const { say } = page;
  if (agenda.version === 0)
    return html`<section>
      <h2>${say.agenda}</h2>
      <p>${say.noAgenda}</p>
    </section>`;
  const rows = agenda.items.map((item) => {
    const times = agenda.done
      .filter((one) => one.itemId === item.id)
      .map((one) => `${clock(page, one.startedAt)}–${clock(page, one.endedAt)}`);
    return html`<tr>
      <td dir="auto">
        ${item.title}<br /><small>${say.kinds[item.kind]}${presenter(page, item.presenter)}</small>
      </td>
      <td class="n">${item.minutes}</td>
      <td class="n">${times.join(', ')}</td>
    </tr>`;
  });
  return html`<section>
    <h2>${say.agenda}</h2>
    <table>
      <thead>
        <tr>
          <th>${say.columns.item}</th>
          <th class="n">${say.columns.minutes}</th>
          <th class="n">${say.columns.time}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}

function presenter(page: PageContext, words: Words): string {
  const name = saidIn(page, words);
  return name === '' ? '' : ` · ${name}`;
}

function decisionsSection(page: PageContext): Html {
  const decisions = Object.values(page.state.decisions);
  const { say } = page;
  return html`<section>
    <h2>${say.decisions}</h2>
    ${decisions.length === 0 ? html`<p>${say.noDecisions}</p>` : decisions.map((one) => decisionSection(page, one))}
  </section>`;
}

function chainSection({ say }: PageContext, head: string, events: number): Html {
  return html`<section class="chain">
    <h2>${say.chain}</h2>
    <p class="words">${headWords(head).join(' · ')}</p>
    <p>${say.chainHelp}</p>
    <p>
      <small>${say.events(events)} · <code>${head}</code></small>
    </p>
    <p><small>${say.paper}</small></p>
  </section>`;
}
