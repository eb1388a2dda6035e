// The import walls: who may know whom. Direction: web, cli, server → protocol, minutes, shared-docs, record → domain → tally.
//
// Each rule's comment is what a person reads who has run into it. Every rule has a canary in
// canary/walls, so none can fall silent when a path or a pattern changes.

const src = (/** @type {string} */ name) => `^packages/${name}/src/`;
const npm = (/** @type {string} */ name) => `node_modules/${name}/`;
const tests = '\\.test\\.ts$';
const testing = '/testing(\\.ts$|/)';

/**
 * A package may import itself and what is named, nothing else: no other package, no library, no
 * Node module. What helps only tests (*.test.ts, testing.ts) is free in its libraries.
 * @param {string} name @param {readonly string[]} allowed @param {string} comment
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const only = (name, allowed, comment) => ({
  name: `${name}-imports-only`,
  comment,
  severity: 'error',
  from: { path: src(name), pathNot: [tests, testing] },
  to: { pathNot: [src(name), ...allowed] },
});

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
export const walls = [
  only(
    'tally',
    [],
    'tally imports nothing: server, browser, command line and the offline verifier all count with it, and anyone must be able to read the whole of it.',
  ),
  only(
    'record',
    [npm('@noble/hashes'), npm('canonicalize')],
    'record imports only @noble/hashes and canonicalize: it proves what was written, whatever the rules that wrote it were. It knows bytes and canonical text, not meetings.',
  ),
  only(
    'domain',
    [src('tally'), npm('zod')],
    'domain imports only zod and tally: the same rules run in the server and in the browser, with no I/O. Hashes, ids and the time arrive as data with the command.',
  ),
  only(
    'protocol',
    [src('domain'), src('record'), npm('zod')],
    'protocol imports only domain, record and zod: it says what travels, not how it is sent, stored or shown.',
  ),
  only(
    'minutes',
    [src('domain'), src('record'), src('tally')],
    'minutes imports only domain, record and tally: it puts into words what they say, and is shown alike by the server and the browser.',
  ),
  only(
    'shared-docs',
    [src('record'), npm('yjs'), npm('fractional-indexing')],
    'shared-docs imports only record, yjs and fractional-indexing: it knows the shape of documents, and no rule reads a document.',
  ),
  {
    name: 'apps-stay-apart',
    comment:
      'Apps do not import each other (web never imports server): what two of them need is a package, what they tell each other is protocol.',
    severity: 'error',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'packages-below-apps',
    comment: 'A package never imports an app, not even in its tests: packages stand below.',
    severity: 'error',
    from: { path: '^packages/' },
    to: { path: '^(apps|tests)/' },
  },
  {
    name: 'front-door',
    comment: 'Import another package by its name: what its index does not export is its own business.',
    severity: 'error',
    from: { path: '^(?:packages/([^/]+)|apps/[^/]+|tests)/' },
    to: {
      path: '^packages/[^/]+/',
      pathNot: ['^packages/$1/', '^packages/[^/]+/src/(index|testing)\\.ts$'],
    },
  },
  {
    name: 'tests-are-not-code',
    comment:
      'Only tests import tests, testing.ts and what is installed for tests: none of it may reach a user.',
    severity: 'error',
    from: { path: '^(apps|packages)/[^/]+/src/', pathNot: [tests, testing] },
    to: { path: [tests, testing, '^tests/', npm('vitest'), npm('fast-check'), npm('playwright-core')] },
  },
  {
    name: 'no-cycle',
    comment:
      'Files that import each other in a circle cannot be read, tested or loaded one at a time: move what they share into a third.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolvable',
    comment: 'Nothing answers to this import: a misspelt file, or a package missing from package.json.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?(worker|url|raw|inline)'] },
  },
];
