/**
 * The command line. Reads the arguments, runs one command, prints its lines and sets the exit code:
 * 0 all is well, 1 something does not verify, 2 it could not be asked that way or a file not be read or counted.
 *
 * Not here: what the commands do (verify.ts, tally.ts; the server's own programs, by server-program.ts), their sentences
 * (messages.ts).
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import manifest from '../package.json';
import { messages, type Lang, type Messages } from './messages';
import { runServerProgram } from './server-program';
import { readWishes, tallyFiles, type TallyOptions } from './tally';
import { tallyMessages } from './tally-messages';
import { verifyFiles } from './verify';

/** `exitCode` null: whoever was asked sets it. */
type Output = { out: string; err: string; exitCode: number | null };
type Asked = {
  lang: Lang;
  json: boolean;
  data: string | undefined;
  tally: TallyOptions;
  words: string[];
  flag: 'help' | 'version' | null;
};

async function main(): Promise<void> {
  const { out, err, exitCode } = await run(process.argv.slice(2), process.env);
  // Whoever reads may stop reading (`| head`).
  process.stdout.on('error', () => process.exit(exitCode ?? undefined));
  process.stdout.write(out);
  process.stderr.write(err);
  if (exitCode !== null) process.exitCode = exitCode;
}

async function run(args: string[], env: NodeJS.ProcessEnv): Promise<Output> {
  const asked = readArguments(args, env);
  if (typeof asked === 'string') return refusal(asked);
  const say = messages[asked.lang];
  if (asked.flag === 'version') return { out: `${manifest.version}\n`, err: '', exitCode: 0 };
  if (asked.flag === 'help') return { out: say.help, err: '', exitCode: 0 };
  return command(asked, say);
}

async function command(asked: Asked, say: Messages): Promise<Output> {
  const [name, ...words] = asked.words;
  switch (name) {
    case undefined:
      return refusal(say.noCommand);
    case 'help':
      return { out: say.help, err: '', exitCode: 0 };
    case 'verify':
      return verify(words, asked, say);
    case 'tally':
      return tally(words, asked);
    case 'serve':
      return words.length === 0 ? serve(asked, say) : refusal(say.noServeWords);
    case 'backup':
      return words.length === 1 ? keep('backup', words, asked, say) : refusal(say.noTarget);
    case 'restore':
      return words.length === 2 ? keep('restore', words, asked, say) : refusal(say.noBackup);
    default:
      return refusal(say.unknownCommand(printable(name)));
  }
}

async function verify(files: string[], { json, lang }: Asked, say: Messages): Promise<Output> {
  if (files.length === 0) return refusal(say.noFiles);
  const { out, err, exitCode } = await verifyFiles(files, { json, lang });
  return { out: lines(out), err: lines(err), exitCode };
}

/** Written file by file: a reader at the end of a pipe need not wait for the last. */
async function tally(files: string[], { json, lang, tally: options }: Asked): Promise<Output> {
  if (files.length === 0) return refusal(tallyMessages[lang].noFiles);
  const wishes = readWishes(options, lang);
  if (typeof wishes === 'string') return refusal(wishes);
  let exitCode = 0;
  for await (const told of tallyFiles(files, { json, lang, wishes })) {
    process.stdout.write(json ? jsonLines(told.out) : lines(told.out));
    process.stderr.write(lines(told.err));
    exitCode = Math.max(exitCode, told.exitCode);
  }
  return { out: '', err: '', exitCode };
}

async function serve({ data }: Asked, say: Messages): Promise<Output> {
  if (data !== undefined) process.env['DATA_DIR'] = resolve(data);
  // As --disable-proto=delete, with which `start` runs the server.
  Reflect.deleteProperty(Object.prototype, '__proto__');
  return handedOn(await runServerProgram('main', []), say);
}

async function keep(
  name: 'backup' | 'restore',
  words: string[],
  { lang, data }: Asked,
  say: Messages,
): Promise<Output> {
  const folder = data === undefined ? [] : ['--data', data];
  return handedOn(await runServerProgram('backups', [name, '--lang', lang, ...folder, '--', ...words]), say);
}

function handedOn(ran: boolean, say: Messages): Output {
  return ran ? { out: '', err: '', exitCode: null } : refusal(say.noServer);
}

/** What was asked, or the line that says what is wrong with it. */
function readArguments(args: string[], env: NodeJS.ProcessEnv): Asked | string {
  const fallback = langOf(env);
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
        lang: { type: 'string', default: fallback },
        method: { type: 'string' },
        seats: { type: 'string' },
        strength: { type: 'string' },
        'tie-break': { type: 'string' },
      },
    });
    const { lang, json, data, help, version, method, seats, strength } = values;
    const tally = { method, seats, strength, tieBreak: values['tie-break'] };
    if (lang !== 'id' && lang !== 'en') return messages[fallback].unknownLang(printable(lang));
    return { lang, json, data, tally, words: positionals, flag: help ? 'help' : version ? 'version' : null };
  } catch (error) {
    return messages[fallback].badArguments(printable(error instanceof Error ? error.message : String(error)));
  }
}

/** In the order in which programs are told their language. */
function langOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Lang {
  return /^(id|in)([_.@-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'id' : 'en';
}

function refusal(line: string): Output {
  return { out: '', err: lines([line]), exitCode: 2 };
}

function lines(each: readonly string[]): string {
  return each.map((line) => `${printable(line)}\n`).join('');
}

/** Control characters stay readable to programs and harmless to screens. */
function jsonLines(each: readonly string[]): string {
  const escape = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return each.map((line) => `${line.replace(/\p{Cc}/gu, escape)}\n`).join('');
}

/** Names come from files and from whoever calls: nothing in them may move the cursor or colour the screen. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\ufffd');
}

await main();
