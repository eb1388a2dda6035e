/** A frozen wording as HTML, from its canonical text alone. */
import { readCanonicalText, type CanonBlock, type Mark, type Run } from '@mufakat/record';
import { html, type Html } from './html';

export function wordingHtml(canonical: string): Html {
  return html`${readCanonicalText(canonical).map(blockHtml)}`;
}

function blockHtml(block: CanonBlock): Html {
  const inside = block.runs.map(runHtml);
  switch (block.kind) {
    case 'paragraph':
      return html`<p dir="auto">${inside}</p>`;
    case 'heading':
      return html`<h4 dir="auto">${inside}</h4>`;
    case 'quote':
      return html`<blockquote dir="auto">${inside}</blockquote>`;
    case 'bullet':
      return html`<p class="item depth-${block.depth}" dir="auto">• ${inside}</p>`;
    case 'ordered':
      return html`<p class="item numbered depth-${block.depth}" dir="auto">${inside}</p>`;
    default:
      return block satisfies never;
  }
}

function runHtml(run: Run): Html {
  const lines = run.text
    .split('\n')
    .map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`));
  const marked = (run.marks ?? []).reduce(markHtml, html`${lines}`);
  return run.link === undefined ? marked : html`<a href="${run.link}" rel="noreferrer">${marked}</a>`;
}

function markHtml(inside: Html, mark: Mark): Html {
  switch (mark) {
    case 'bold':
      return html`<strong>${inside}</strong>`;
    case 'italic':
      return html`<em>${inside}</em>`;
    case 'strike':
      return html`<s>${inside}</s>`;
    case 'underline':
      return html`<u>${inside}</u>`;
    case 'code':
      return html`<code>${inside}</code>`;
    default:
      return mark satisfies never;
  }
}
