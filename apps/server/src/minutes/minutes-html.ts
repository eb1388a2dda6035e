/**
 * The minutes as a page: no script, one style sheet, prints on A4 and F4 with page numbers and lines to sign on. The
 * words come from packages/minutes; here they only become markup.
 */
import type { Block, Column, MinutesSheet, Section, SignatureLine } from '@mufakat/minutes';
import { html, type Html } from '../records/html';
import { wordingHtml } from '../records/wording-html';

export function minutesHtml(sheet: MinutesSheet): string {
  const [heading, ...sections] = sheet.sections;
  return html`<!doctype html>
    <html lang="${sheet.language}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${sheet.title} · ${sheet.paper} · Mufakat</title>
        <link rel="stylesheet" href="/record.css" />
      </head>
      <body>
        <main class="minutes">
          <header>
            <p class="kind">${sheet.paper}</p>
            <h1 dir="auto">${sheet.title}</h1>
            <p class="notice">${sheet.state}</p>
            ${(heading?.blocks ?? []).map((block) => blockHtml(block, 2))}
          </header>
          ${sections.map(sectionHtml)}
        </main>
      </body>
    </html>`.text;
}

function sectionHtml({ key, title, prose, part, blocks }: Section): Html | null {
  if (blocks.length === 0 && prose === null) return null;
  const name = part === null ? key : 'part';
  return html`<section class="${name}">
    <h2 dir="auto">${title}</h2>
    ${blocks.map((block) => blockHtml(block, 3))}
    ${prose === null ? null : html`<div class="prose">${wordingHtml(prose)}</div>`}
  </section>`;
}

function blockHtml(block: Block, level: number): Html {
  switch (block.kind) {
    case 'facts':
      return html`<dl class="facts">
        ${block.rows.map(
          ({ label, value }) =>
            html`<div>
              <dt>${label}</dt>
              <dd dir="auto">${value}</dd>
            </div>`,
        )}
      </dl>`;
    case 'text':
      return textHtml(block);
    case 'list':
      return html`<ul>
        ${block.items.map(({ lead, text }) =>
          lead === null
            ? html`<li dir="auto">${text}</li>`
            : html`<li><strong>${lead}:</strong> <bdi>${text}</bdi></li>`,
        )}
      </ul>`;
    case 'table':
      return tableHtml(block);
    case 'wording':
      return html`<div class="wording">${wordingHtml(block.canonical)}</div>
        ${block.seal === null ? null : html`<p class="meta">${block.seal}</p>`}`;
    case 'box':
      return boxHtml(block, level);
    case 'signatures':
      return html`<ul class="signers">
        ${block.rows.map(signatureHtml)}
      </ul>`;
    default:
      return block satisfies never;
  }
}

function textHtml({ tone, text }: Extract<Block, { kind: 'text' }>): Html {
  if (tone === 'strong') return html`<p dir="auto"><strong>${text}</strong></p>`;
  return tone === 'quiet' ? html`<p class="meta" dir="auto">${text}</p>` : html`<p dir="auto">${text}</p>`;
}

function tableHtml({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): Html {
  const cell = (column: Column | undefined, text: string): Html =>
    column?.numeric ? html`<td class="n">${text}</td>` : html`<td dir="auto">${text}</td>`;
  return html`<table class="${columns.length > 3 ? 'wide' : columns.length === 2 ? 'pairs' : 'narrow'}">
    ${
      caption === null
        ? null
        : html`<caption>
            ${caption}
          </caption>`
    }
    <thead>
      <tr>
        ${columns.map(({ label, numeric }) => html`<th class="${numeric ? 'n' : ''}" scope="col">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((text, at) => cell(columns[at], text))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function boxHtml({ of, title, blocks }: Extract<Block, { kind: 'box' }>, level: number): Html {
  const head = level <= 3 ? html`<h3 dir="auto">${title}</h3>` : html`<h4 dir="auto">${title}</h4>`;
  return html`<article class="${of}">${head} ${blocks.map((block) => blockHtml(block, level + 1))}</article>`;
}

/** A line for ink stays above the name, also where it was signed in the room. */
function signatureHtml({ as, name, partner, signed }: SignatureLine): Html {
  return html`<li>
    <p class="meta">${as}</p>
    <p class="ink"></p>
    <p dir="auto"><strong>${name}</strong></p>
    ${partner === '' ? null : html`<p dir="auto" class="meta">${partner}</p>`}
    ${signed === null ? null : html`<p class="meta">${signed}</p>`}
  </li>`;
}
