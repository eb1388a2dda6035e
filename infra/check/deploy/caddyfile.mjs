// A Caddyfile, as far as it can be looked at without Caddy: blocks that open and close, tabs as Caddy's
// own formatter writes them, and only directives that this house uses. A new one is added to the list by
// whoever has read what it does.

/** @typedef {import('./dockerfile.mjs').Fault} Fault */

/** What may stand at each depth: sites, directives, what is inside a directive. @type {readonly RegExp[]} */
const allowed = [
  /^(\{\$[A-Z_]+(:[^}]*)?\}|[a-z0-9.-]+)( \{)?$/,
  /^(reverse_proxy|encode|header|respond|redir|handle)\b/,
  /^(stream_close_delay|stream_timeout|health_uri|lb_try_duration|header_up|header_down)\b/,
];

/** @param {string} text @returns {Fault[]} */
export function caddyfileFaults(text) {
  let depth = 0;
  /** @type {Fault[]} */
  const faults = [];
  const lines = text.split('\n');
  lines.forEach((raw, index) => {
    const words = raw.replace(/(^|\s)#.*$/, '').trimEnd();
    if (words.trim() === '') return;
    /** @param {string} code @param {string} message */
    const fault = (code, message) => faults.push({ line: index + 1, code, message });
    if (words.trim() === '}') depth -= 1;
    if (depth < 0) {
      fault('brace', 'A block is closed that was not opened.');
      depth = 0;
    }
    if (/^\t*/.exec(words)?.[0].length !== depth) fault('indent', `Expected ${depth} tabs.`);
    if (words.trim() === '}') return;
    if (!allowed[depth]?.test(words.trim())) fault('unknown', `"${words.trim()}" may not stand here.`);
    if (words.endsWith('{')) depth += 1;
  });
  if (depth > 0) faults.push({ line: lines.length, code: 'open', message: 'A block is never closed.' });
  return faults;
}
