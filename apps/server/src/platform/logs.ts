/**
 * Structured logs without secrets: no cookies, no bodies, no query strings, no codes in paths. Ids, wherever they stand
 * in a line (errors quote them too), are cut to a few letters: enough to see that two lines are about the same thing,
 * too few to open or to find it.
 */
import { pino, type DestinationStream, type Logger } from 'pino';

/** Writes to the standard output, unless a test wants to read it. */
export function createLogger(level: string, destination: DestinationStream = pino.destination(1)): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.cookie', '*.authorization', '*.secret', '*.token', '*.ticket'],
      censor: '[redacted]',
    },
    serializers: {
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        path: safePath(request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  };
  return pino(options, { write: (line: string) => destination.write(withoutIds(line)) });
}

/** Ids have 22 letters of base64url; tokens have 43, links both in one. In JSON a line's end is `\n`, with a letter. */
function withoutIds(line: string): string {
  return line.replace(
    /(?:(?<![\w-])|(?<=\\[nrt]))([\w-]{6})([\w-]{16}|[\w-]{37}|[\w-]{59})(?![\w-])/g,
    '$1…',
  );
}

/** Codes open doors, and ids of people are nobody's business in a log: both are cut out. */
export function safePath(url: string): string {
  const [path = ''] = url.split('?');
  return path.replace(/\/doors\/[^/]+/, '/doors/…').replace(/[A-Za-z0-9_-]{22}/g, '…');
}
