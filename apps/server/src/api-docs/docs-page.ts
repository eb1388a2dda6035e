/** The description of the HTTP API as a plain page: no script, one style sheet, every operation on one page. */
import { Html, html } from '../records/html';
import { described, type Described } from './openapi';
import { typeText } from './type-text';

const needed: Record<Described['needs'], string> = {
  nothing: 'Open to anyone.',
  session: 'Needs the session’s cookie.',
  token: 'Needs METRICS_TOKEN as a bearer token, or a program on the server’s own machine.',
};

export function docsPage(): string {
  const groups = [...new Set(described.map(({ group }) => group))];
  return html`<!doctype html>
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>HTTP API · Mufakat</title>
        <link rel="stylesheet" href="/api/docs/docs.css" />
      </head>
      <body>
        <main>
          <header>
            <h1>The HTTP API of Mufakat</h1>
            <p>
              For coming in, and for what is not live. Facts travel over Socket.IO and texts over y-websocket,
              as packages/protocol describes. Writes are JSON; unknown keys are refused. Every answer that is
              not 2xx is a code and a sentence. For programs:
              <a href="/api/docs/openapi.json">OpenAPI 3.1</a>.
            </p>
            <nav aria-label="Groups">
              <ul>
                ${groups.map((group) => html`<li><a href="#${anchor(group)}">${group}</a></li>`)}
              </ul>
            </nav>
          </header>
          ${groups.map(groupSection)}
        </main>
      </body>
    </html>`.text;
}

function groupSection(group: string): Html {
  return html`<section aria-labelledby="${anchor(group)}">
    <h2 id="${anchor(group)}">${group}</h2>
    ${described.filter((one) => one.group === group).map(operation)}
  </section>`;
}

function operation({ method, path, summary, needs, parameters, body, answers }: Described): Html {
  return html`<article>
    <h3><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></h3>
    <p>${summary}. ${needed[needs]}</p>
    <dl>
      ${parameters.map(
        ({ name, description }) =>
          html`<dt><code>${name}</code></dt>
            <dd>${description}</dd>`,
      )}
      ${
        body
          ? html`<dt>Body</dt>
              <dd>${typeBlock(typeText(body))}</dd>`
          : null
      }
      ${answers.map(answer)}
    </dl>
  </article>`;
}

function answer({ status, about, media, schema }: Described['answers'][number]): Html {
  const isOwn = schema !== null && schema.$ref === undefined;
  const kind = media === null || media === 'application/json' ? '' : ` (${media})`;
  return html`<dt>${status}</dt>
    <dd>${about}${kind}${isOwn ? typeBlock(typeText(schema)) : null}</dd>`;
}

/** By itself, so that no blank of the page's layout stands in it. */
function typeBlock(text: string): Html {
  return new Html('<pre>' + html`${text}`.text + '</pre>');
}

function anchor(group: string): string {
  return group.toLowerCase().replaceAll(' ', '-');
}
