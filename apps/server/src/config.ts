/**
 * Settings from the environment, read once at the start. A bad value stops the start with one line that names it
 * and says what was expected.
 */
import { resolve } from 'node:path';
import * as z from 'zod';
import { StartError } from './platform/start-error';

export const whoMayCreate = ['anyone', 'invited', 'nobody'] as const;

export interface Config {
  port: number;
  host: string;
  /** Absolute path of the data folder. */
  dataDir: string;
  /** Where people reach the server, without a slash at the end; null: as each request's Host header says. */
  publicUrl: string | null;
  whoMayCreate: (typeof whoMayCreate)[number];
  /** Who runs the server and how to reach them, for the privacy notice; null: nobody is named. */
  operator: string | null;
  logLevel: string;
  /** Opens /metrics to programs on other machines; null: to those on this one alone. */
  metricsToken: string | null;
  /** Whether visitors may try out a coalition that was made up. */
  demo: boolean;
  /** Whether a proxy in front names the client's address (X-Forwarded-For). */
  behindProxy: boolean;
}

const settings = {
  PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.int().max(65_535)),
    fallback: '3000',
    expected: 'a whole number from 0 to 65535',
  },
  HOST: { schema: z.string().min(1), fallback: '0.0.0.0', expected: 'an address or a host name' },
  DATA_DIR: { schema: z.string().min(1), fallback: './data', expected: 'a folder' },
  PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }).refine((text) => /^https?:\/\/[^/?#@]+\/?$/i.test(text)),
    fallback: null,
    expected: 'an address such as https://mufakat.example, without a path',
  },
  WHO_MAY_CREATE: {
    schema: z.enum(whoMayCreate),
    fallback: 'anyone',
    expected: `one of ${whoMayCreate.join(', ')}`,
  },
  OPERATOR: {
    schema: z.string().trim().min(1).max(200),
    fallback: null,
    expected: 'a name and how to reach them, at most 200 letters',
  },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    fallback: 'warn',
    expected: 'one of fatal, error, warn, info, debug, trace, silent',
  },
  METRICS_TOKEN: {
    schema: z.string().regex(/^[\x21-\x7e]{16,200}$/),
    fallback: null,
    expected: 'at least 16 letters, digits or signs, without a blank',
    secret: true,
  },
  DEMO: { schema: z.enum(['on', 'off']), fallback: null, expected: 'on or off' },
  BEHIND_PROXY: { schema: z.enum(['yes', 'no']), fallback: 'no', expected: 'yes or no' },
} as const;

type Name = keyof typeof settings;
/** For the pages that list them. */
export const settingNames: readonly string[] = Object.keys(settings);
type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Environment): Config {
  const publicUrl = read(env, 'PUBLIC_URL');
  return {
    port: read(env, 'PORT') ?? 0,
    host: read(env, 'HOST') ?? '',
    dataDir: readDataDir(env),
    publicUrl: publicUrl === null ? null : new URL(publicUrl).origin,
    whoMayCreate: read(env, 'WHO_MAY_CREATE') ?? 'anyone',
    operator: read(env, 'OPERATOR'),
    logLevel: read(env, 'LOG_LEVEL') ?? 'warn',
    metricsToken: read(env, 'METRICS_TOKEN'),
    // A server with an address of its own is for its people, unless it is asked to show itself to visitors.
    demo: (read(env, 'DEMO') ?? (publicUrl === null ? 'on' : 'off')) === 'on',
    behindProxy: read(env, 'BEHIND_PROXY') === 'yes',
  };
}

/** The data folder alone, absolute: for programs that do not serve. */
export function readDataDir(env: Environment): string {
  return resolve(env.INIT_CWD ?? '.', read(env, 'DATA_DIR') ?? '');
}

function read<N extends Name>(env: Environment, name: N): z.output<(typeof settings)[N]['schema']> | null {
  const setting = settings[name];
  const { schema, fallback, expected } = setting;
  const value = env[name] === undefined || env[name] === '' ? fallback : env[name];
  if (value === null) return null;
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    // A secret that does not fit is a secret all the same.
    const said = 'secret' in setting ? 'not as it must be' : `"${value}"`;
    throw new StartError(`${name} is ${said}; expected ${expected}.`);
  }
  // The union over settings is narrowed by the name; the compiler sees only their common shape.
  return parsed.data as z.output<(typeof settings)[N]['schema']>;
}
