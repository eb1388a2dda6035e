// A unit of systemd: sections and keys from a closed list (systemd passes over a misspelt key with a
// line in its log, and a wall that is misspelt is no wall), yes or no where that is asked, and what
// `systemd-analyze verify` says where the machine has it.

import { spawnSync } from 'node:child_process';

/** @typedef {import('./dockerfile.mjs').Fault} Fault */

const walls =
  'LockPersonality NoNewPrivileges PrivateDevices PrivateNetwork PrivateTmp PrivateUsers ProtectClock ProtectControlGroups ' +
  'ProtectHome ProtectHostname ProtectKernelLogs ProtectKernelModules ProtectKernelTunables RemoveIPC RestrictNamespaces ' +
  'RestrictRealtime RestrictSUIDSGID Persistent';

const yesOrNo = new Set(walls.split(' '));

/** @type {Record<string, ReadonlySet<string>>} */
const keys = {
  Unit: new Set('Description Documentation Wants After Requires'.split(' ')),
  Service: new Set([
    ...yesOrNo,
    ...(
      'Type User Group WorkingDirectory Environment EnvironmentFile ExecStart ExecStartPost Restart RestartSec TimeoutStopSec ' +
      'KillSignal LimitNOFILE StateDirectory StateDirectoryMode UMask CapabilityBoundingSet AmbientCapabilities ProtectSystem ' +
      'ProtectProc ProcSubset RestrictAddressFamilies SystemCallArchitectures SystemCallFilter SystemCallErrorNumber ReadWritePaths ' +
      'Nice IOSchedulingClass'
    ).split(' '),
  ]),
  Timer: new Set('OnCalendar RandomizedDelaySec Persistent'.split(' ')),
  Install: new Set(['WantedBy']),
};

/** Without these a service is open to the machine. */
const needed = [
  'User',
  'NoNewPrivileges',
  'ProtectSystem',
  'ProtectHome',
  'PrivateTmp',
  'CapabilityBoundingSet',
];

/** @param {string} text @returns {Fault[]} */
export function unitFaults(text) {
  let section = '';
  /** @type {Map<string, number>} */
  const sections = new Map();
  const seen = new Set();
  const faults = text.split('\n').flatMap((line, index) => {
    /** @param {string} code @param {string} message */
    const fault = (code, message) => [{ line: index + 1, code, message }];
    if (/^\s*([#;].*)?$/.test(line)) return [];
    const header = /^\[(\w+)\]$/.exec(line)?.[1];
    if (header) {
      section = header;
      sections.set(section, index + 1);
      return keys[section] ? [] : fault('section', `There is no section ${section} here.`);
    }
    const [, key = '', value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (key === '') return fault('line', 'Neither a section, a setting nor a comment.');
    seen.add(key);
    if (keys[section] && !keys[section]?.has(key)) return fault('key', `${key} is not known in ${section}.`);
    return yesOrNo.has(key) && !/^(yes|no)$/.test(value) ? fault('value', `${key} is yes or no.`) : [];
  });
  const missing = sections.has('Service') ? needed.filter((key) => !seen.has(key)) : [];
  const at = sections.get('Service') ?? 1;
  return [...faults, ...missing.map((key) => ({ line: at, code: 'open', message: `${key} is missing.` }))];
}

/** What systemd itself finds; null where it is not installed. @param {readonly string[]} files */
export function systemdSays(files) {
  const { status, error, stderr, stdout } = spawnSync('systemd-analyze', ['verify', ...files], {
    encoding: 'utf8',
  });
  if (error) return null;
  // The program may lie elsewhere on this machine; everything else counts.
  const lines = `${stderr}${stdout}`
    .split('\n')
    .filter((line) => line !== '' && !/is not executable/.test(line));
  return status === 0 && lines.length === 0 ? [] : lines;
}
