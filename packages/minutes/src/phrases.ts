/** Which words the minutes need; a language that lacks one does not compile. Rules and results are worded by packages/tally. */
import type { Capacity, MeetingKind } from '@mufakat/domain';
import type { PaperTerms } from './terms';

export interface MinutesWords {
  paper: string;
  state: Readonly<Record<'draft' | 'locked' | 'signed', (version: number) => string>>;
  erased: string;
  head: Readonly<Record<HeadKey, string>>;
  meetingKinds: Readonly<Record<MeetingKind, string>>;
  attendance: {
    title: string;
    sum: (came: number, invited: number) => string;
    chambers: string;
    columns: Readonly<Record<'no' | 'name' | 'partner' | 'chamber' | 'role' | 'signed' | 'left', string>>;
    counts: Readonly<Record<'partners' | 'people', string>>;
    of: (came: number, invited: number) => string;
    absent: string;
    nobody: string;
    withoutChamber: string;
  };
  roles: PaperTerms['roles'];
  itemKinds: PaperTerms['itemKinds'];
  rungs: PaperTerms['rungs'];
  course: {
    title: string;
    columns: { time: string; what: string };
    opened: string;
    resumed: string;
    closed: string;
    paused: (why: string, until: string) => string;
    why: Readonly<Record<'break' | 'lobby' | 'prayer' | 'quorum' | 'other', string>>;
    reopened: string;
    adopted: (version: number) => string;
    handedOver: (from: string, to: string) => string;
    taken: (from: string, by: string) => string;
    since: string;
  };
  parts: Readonly<Record<'opening' | 'closing', string>>;
  whole: string;
  item: {
    planned: string;
    minutes: (n: number) => string;
    treated: string;
    runs: string;
    notTreated: string;
    presenter: string;
    offAgenda: string;
  };
  decision: {
    others: string;
    open: (version: number) => string;
    seal: (version: number, at: string, fingerprint: string) => string;
    reopened: string;
    round: (rung: string, round: number) => string;
    voided: string;
    rule: string;
    result: string;
    silence: string;
    base: (n: BaseNumbers) => string;
    lot: string;
    /** A lot's seed, and the hash of it that was told before anyone voted. */
    seed: (seed: string, hash: string) => string;
    remarks: string;
    remark: PaperTerms['remark'];
    viaSecretary: string;
    acceptableIf: string;
    until: string;
    descended: (from: string, to: string) => string;
    quorum: Readonly<Record<'wait' | 'reconvene', (until: string) => string>> & { proceed: string };
    /** Whose conflict of interest was declared by themselves, or noted by the chair. */
    conflict: Readonly<Record<'declared' | 'noted', (name: string) => string>>;
    proposals: string;
    outcome: PaperTerms['outcome'];
    onRung: (rung: string) => string;
    olderText: (version: number) => string;
  };
  goals: {
    title: string;
    clause: string;
    earlier: (version: number, at: string, fingerprint: string) => string;
    open: string;
  };
  notTaken: {
    title: string;
    none: string;
    item: string;
    goal: string;
    pending: string;
    'not-decided': string;
    void: string;
  };
  corrections: {
    title: string;
    outcome: Readonly<Record<'asked' | 'taken' | 'left', string>>;
    on: (part: string) => string;
  };
  signatures: {
    title: string;
    as: Readonly<Record<Capacity, string>>;
    signed: (at: string) => string;
    draft: string;
    earlier: (version: number, at: string) => string;
    void: string;
    of: (as: string, name: string, at: string) => string;
  };
  chain: { title: string; of: (upTo: number) => string; help: string; paper: string };
}

type HeadKey =
  | 'coalition'
  | 'kind'
  | 'day'
  | 'time'
  | 'place'
  | 'call'
  | 'chair'
  | 'secretary'
  | 'notOpened'
  | 'running'
  | 'closedLater';

/** Who could vote, how many answered, who had signed the list and who was connected. */
export interface BaseNumbers {
  roll: number;
  turnout: number;
  attended: number;
  present: number;
}
