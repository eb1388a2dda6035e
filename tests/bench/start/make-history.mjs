#!/usr/bin/env node
// Makes the data folder FOLDER with so many meetings where it is missing, and prints what is in it as a line of JSON, with
// a cookie for whoever comes first: `node make-history.mjs FOLDER MEETINGS`. A process of its own, because it runs the server's
// sources (through Vite, as they are), which the bench does not bundle.

import { runnerImport } from 'vite';

const [folder = '', meetings = ''] = process.argv.slice(2);
const source = new URL('./history.ts', import.meta.url).pathname;
const { module } = await runnerImport(source, { configFile: false, logLevel: 'error' });
const history = await module.historyIn(folder, Number(meetings), console.error);
console.log(JSON.stringify({ ...history, cookie: await module.cookieFor(folder, history) }));
