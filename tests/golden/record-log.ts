/**
 * The story that the recorded logs tell: a coalition of four partners in three unsur, and one meeting of it in which
 * every type of event happens. Written anew only for a new version of events (README.md).
 */
import {
  decideBallot,
  decideCoalition,
  decideMeeting,
  evolveCoalition,
  evolveMeeting,
  isPollOpen,
  openingOf,
  paddingOf,
  publishedBallots,
  publishedVoices,
  snapshotOf,
  unfounded,
  unplanned,
  voicesOf,
  type AgendaItemDraft,
  type CarriedGoal,
  type Choice,
  type CoalitionCommand,
  type CoalitionEvent,
  type CoalitionState,
  type FoundedCoalition,
  type Gathered,
  type GoalLanguage,
  type Meeting,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingState,
  type PlainContent,
  type StoredBallot,
} from '@mufakat/domain';
import {
  boxHash,
  canonicalJson,
  canonicalText,
  lotOrder,
  plainText,
  rollHash,
  sha256Hex,
  type CanonBlock,
  type JsonValue,
} from '@mufakat/record';
import type { DecisionRule } from '@mufakat/tally';
import { LogWriter, Seed, startsAt } from './log-writer';

type CoalitionLog = LogWriter<CoalitionState, CoalitionCommand, CoalitionEvent>;
type EventOf<T extends MeetingEvent['type']> = Extract<MeetingEvent, { type: T }>;

/** The files of a version, by name. */
export function recordLog(): Record<string, string> {
  const coalition = playCoalition();
  const meeting = new MeetingPlayer(founded(coalition)).play();
  return {
    'coalition.record.json': coalition.file(),
    'coalition.state.json': stateFile(coalition.state),
    'meeting.record.json': meeting.file(),
    'meeting.state.json': stateFile(meeting.state),
  };
}

function stateFile(state: unknown): string {
  return `${JSON.stringify(state, null, 2)}\n`;
}

function playCoalition(): CoalitionLog {
  const seed = new Seed('coalition');
  const rules = { initial: unfounded, decide: decideCoalition, evolve: evolveCoalition };
  const streamId = seed.newId();
  const log: CoalitionLog = new LogWriter(streamId, rules, seed);
  log.do(
    null,
    {
      type: 'coalition.found',
      name: 'Sekolah Terpencil',
      form: 'forum',
      languages: ['id', 'en'],
      chambers: [
        { name: 'Pemerintah', shape: 'square' },
        { name: 'Warga', shape: 'hexagon' },
        { name: 'Usaha', shape: 'diamond' },
      ],
      partners: [
        { name: 'Dinas Pendidikan', mark: 'DP', kind: 'government', place: 'Aur', weight: 1, chamber: 0 },
        {
          name: 'Komite Sekolah',
          mark: 'KS',
          kind: 'community',
          place: 'Lubuk Tengah',
          weight: 1,
          chamber: 1,
        },
        { name: 'Koperasi Sinar', mark: 'KR', kind: 'business', place: '', weight: 2, chamber: 2 },
      ],
      founder: { name: 'Siti Aminah', address: 'Ibu', partner: 1 },
    },
    { streamId },
  );
  const { founder, partners, chamberSets } = founded(log);
  const chamber = (index: number) => chamberSets[0]?.chambers[index]?.id ?? null;
  const village = { kind: 'government', place: 'Batu Ampar', weight: 1, chamber: chamber(0) } as const;
  log.do(founder.personId, { type: 'partner.add', name: 'Pemdes Batu Ampar Hulu', mark: 'PB', ...village });
  const third = Object.keys(partners)[2] ?? '';
  const cooperative = { kind: 'business', place: 'Aur', weight: 1, chamber: chamber(2) } as const;
  log.do(founder.personId, {
    type: 'partner.change',
    partnerId: third,
    name: 'Koperasi Sinar Rakit',
    mark: 'KR',
    ...cooperative,
  });
  const retired = { kind: 'individual', place: 'Aur', weight: 1, chamber: chamber(1) } as const;
  log.do(founder.personId, { type: 'partner.add', name: 'Pak Darmo', mark: 'PD', ...retired });
  const last = Object.values(founded(log).partners).at(-1)?.id ?? '';
  log.do(founder.personId, {
    type: 'coalition.change',
    name: 'Forum Sekolah Terpencil',
    form: 'jejaring',
    languages: ['id'],
    secretariat: last,
    retentionMonths: 24,
  });
  log.do(founder.personId, { type: 'partner.remove', partnerId: last });
  return log;
}

function founded(log: CoalitionLog): FoundedCoalition {
  if (log.state.status !== 'founded') throw new Error('the coalition is not founded');
  return log.state;
}

const vote = (of: 'yes' | 'no' | 'abstain' | 'blank'): Choice => ({ kind: 'vote', vote: of });
const answer = (part: Partial<Extract<Choice, { kind: 'consent' }>>): Choice => ({
  kind: 'consent',
  answer: 'agree',
  note: '',
  acceptableIf: '',
  until: null,
  viaSecretary: false,
  ...part,
});

const hashBox = (id: string, sorted: readonly unknown[]) => boxHash(id, sorted as readonly JsonValue[]);
const seed = 'benih-undian';
const drawing: Gathered = {
  hashRoll: (pollId, roll) => rollHash(pollId, roll as readonly JsonValue[]),
  drawLot: (options) => ({ seed, order: lotOrder(seed, options) }),
};

/** Four rungs, a quorum that is met, and support from two unsur where the room agrees broadly. */
const fourRungs: DecisionRule = {
  ladder: ['acclamation', 'consent', 'qualified', 'vote'],
  quorum: {
    base: 'invited',
    atLeast: '1/10',
    strict: false,
    ifNot: [{ step: 'wait', hours: 1 }, { step: 'proceed' }],
  },
  majority: { base: 'yes+no', atLeast: '1/2', strict: true },
  supportFrom: 0,
  chambers: [],
  qualified: { majority: { base: 'attended', atLeast: '2/3', strict: false }, supportFrom: 2, chambers: [] },
  consent: { silence: 'counts' },
  emptyChamber: 'skipped',
  tie: { kind: 'fails' },
  conflicted: 'stay',
  expires: null,
};

class MeetingPlayer {
  readonly #coalition: FoundedCoalition;
  readonly #seed = new Seed('meeting');
  readonly #log: LogWriter<MeetingState, MeetingCommand, MeetingEvent>;
  readonly #chair: string;
  readonly #partners: string[];
  /** People by their first names. */
  readonly #who: Record<string, string> = {};

  constructor(coalition: FoundedCoalition) {
    this.#coalition = coalition;
    this.#chair = coalition.founder.personId;
    this.#partners = Object.keys(coalition.partners);
    const rules = { initial: unplanned, decide: decideMeeting, evolve: evolveMeeting };
    this.#log = new LogWriter(this.#seed.newId(), rules, this.#seed);
  }

  play(): LogWriter<MeetingState, MeetingCommand, MeetingEvent> {
    this.#plan();
    this.#gather();
    this.#agenda();
    this.#goals();
    this.#downTheLadder();
    this.#withoutQuorum();
    this.#byPartner();
    this.#ties();
    this.#conflict();
    this.#acclaim();
    this.#voidOne();
    this.#questions();
    this.#end();
    return this.#log;
  }

  #plan(): void {
    const { founder } = this.#coalition;
    const invited = this.#partners.map((partnerId, index) => ({ partnerId, heads: index + 1 }));
    const plan = { startsAt: startsAt + 3_600_000, timeZone: 'Asia/Jakarta', language: 'id' } as const;
    this.#do(
      this.#chair,
      {
        type: 'meeting.plan',
        title: 'Musyawarah Prioritas',
        kind: 'priorities',
        place: 'Balai desa Hulu',
        callUrl: '',
        ...plan,
        invited,
        rule: fourRungs,
        electorate: 'person',
      },
      {
        streamId: this.#log.stream,
        coalition: snapshotOf(this.#coalition),
        goals: [this.#carried('open'), this.#carried('frozen')],
        planner: { name: 'Siti Aminah', address: 'Ibu', partnerId: founder.partnerId },
      },
    );
  }

  #gather(): void {
    const [office, committee, cooperative, village] = this.#partners;
    this.#chairDoes({ type: 'door.open', hours: 4 }, { code: 'BCDFGH' });
    this.#come('Ani', committee);
    this.#come('Budi', null);
    this.#come('Gita', null);
    this.#seat('Citra', 'delegate', office);
    this.#seat('Dewi', 'delegate', cooperative);
    this.#seat('Eko', 'delegate', village);
    this.#seat('Sari', 'secretary', null);
    const committeeDelegate = { partnerId: committee ?? null, roles: ['delegate' as const], votes: true };
    this.#chairDoes({ type: 'seat.change', personId: this.#person('Ani'), ...committeeDelegate });
    this.#chairDoes({ type: 'link.issue', personId: this.#person('Citra') });
    this.#chairDoes({ type: 'link.issue', personId: this.#person('Citra') });
    this.#chairDoes({ type: 'link.issue', personId: this.#person('Dewi') });
    this.#chairDoes({ type: 'link.revoke', personId: this.#person('Citra') });
    for (const name of ['Ani', 'Budi', 'Citra', 'Dewi', 'Eko']) this.#do(name, { type: 'attendance.sign' });
    this.#do('Budi', { type: 'attendance.leave' });
    this.#chairDoes({ type: 'person.remove', block: false, personId: this.#person('Budi') });
    this.#waitingRoom();
    this.#move();
    this.#chairDoes({ type: 'meeting.open' });
    this.#chairs();
    this.#chairDoes({ type: 'door.close' });
  }

  /** Hana waits and is let in, Joko waits and is turned away with his device, which is forgiven. */
  #waitingRoom(): void {
    this.#chairDoes({ type: 'waiting-room.set', on: true });
    this.#come('Hana', null);
    this.#come('Joko', null);
    this.#chairDoes({ type: 'people.admit', personIds: [this.#person('Hana')] });
    this.#do('Hana', { type: 'person.rename', personId: this.#person('Hana'), name: 'Hana Sari', address: 'Ibu' });
    this.#chairDoes({ type: 'person.remove', block: true, personId: this.#person('Joko') });
    this.#chairDoes({ type: 'person.unblock', personId: this.#person('Joko') });
    this.#do('Hana', { type: 'person.erase', personId: this.#person('Hana') });
  }

  /** The invitation changes. */
  #move(): void {
    const { title, startsAt: at, timeZone, callUrl } = this.#meeting.plan;
    const moved = { title, startsAt: at + 600_000, timeZone, callUrl, place: 'Sekolah Hulu' };
    this.#chairDoes({ type: 'meeting.change', ...moved });
  }

  /** The chair goes to Sari, whose line dies, and is taken back. */
  #chairs(): void {
    this.#chairDoes({ type: 'chair.hand-over', to: this.#person('Sari') });
    this.#chairDoes({ type: 'chair.take' }, { chairsAwayMs: 61_000 });
  }

  #agenda(): void {
    const item = (title: string, kind: AgendaItemDraft['kind'], minutes: number, presenter: string) => {
      return { id: this.#seed.newId(), title, kind, minutes, presenter, papers: [] };
    };
    const opening = item('Pembukaan', 'opening', 10, 'Eko');
    const road = item('Jalan ke sekolah', 'decision', 40, 'Ibu Kepala Desa');
    const closing = item('Penutup', 'closing', 5, '');
    this.#chairDoes({ type: 'agenda.adopt' }, { agenda: [opening, road] });
    const proposed = this.#do('Ani', { type: 'agenda.propose' }, { agenda: [opening, road, closing] });
    const { proposalId } = only(proposed, 'agenda.proposed');
    for (const name of ['Citra', 'Dewi']) this.#do(name, { type: 'agenda.answer', proposalId, yes: true });
    const longer = { ...road, minutes: 60, papers: [{ title: 'Peta', url: 'https://peta.example/hulu' }] };
    const dropped = this.#do('Dewi', { type: 'agenda.propose' }, { agenda: [opening, longer, closing] });
    const { proposalId: again } = only(dropped, 'agenda.proposed');
    this.#do('Ani', { type: 'agenda.answer', proposalId: again, yes: false });
    this.#do('Dewi', { type: 'agenda.withdraw', proposalId: again });
    this.#chairDoes({ type: 'item.start', itemId: opening.id });
    this.#chairDoes({ type: 'item.extend', minutes: 5 });
    const until = this.#log.now + 30 * 60_000;
    this.#chairDoes({ type: 'meeting.pause', kind: 'other', reason: 'Hujan, listrik padam', until });
    this.#chairDoes({ type: 'meeting.resume' });
    const [reason] = this.#meeting.authors.ids();
    this.#chairDoes({ type: 'words.take-back', wordsId: reason ?? '' });
    this.#chairDoes({ type: 'item.start', itemId: road.id });
  }

  /** Two goals carried in, and one begun: locked, proposed to, opened again as its second version, locked. */
  #goals(): void {
    const [open, frozen] = Object.keys(this.#meeting.goals);
    this.#chairDoes({ type: 'goal.resume', goalId: open ?? '' });
    this.#chairDoes({ type: 'goal.reopen', goalId: frozen ?? '', reason: 'Sasaran berubah' });
    const begun = this.#chairDoes({ type: 'goal.draft', title: 'Guru di setiap kelas', languages: ['id', 'en'] });
    const { goalId } = only(begun, 'goal.drafted');
    this.#chairDoes({ type: 'stage.set', stage: { kind: 'goal', goalId } });
    const goal = this.#goalText();
    this.#chairDoes({ type: 'goal.freeze', goalId }, { goal });
    const clauseId = goal.clauses[0]?.id ?? '';
    const words = { clauseId, language: 'id', base: goal.hash, text: 'Setiap kelas ada guru tetap.' } as const;
    this.#do('Ani', { type: 'goal.propose', goalId, ...words });
    this.#chairDoes({ type: 'goal.reopen', goalId, reason: 'Usulan Ani' });
    this.#chairDoes({ type: 'goal.freeze', goalId }, { goal });
  }

  #carried(status: 'open' | 'frozen'): CarriedGoal {
    const id = this.#seed.newId();
    const languages: GoalLanguage[] = ['id', 'en'];
    const text = status === 'open' ? { status } : { status, ...this.#goalText(), at: startsAt };
    return { id, title: `Tujuan ${status}`, languages, version: 3, text };
  }

  #goalText() {
    const words = (language: GoalLanguage, plain: string) => {
      const text = canonicalText([{ kind: 'paragraph', runs: [{ text: plain }] }]);
      return { language, text, plain };
    };
    const inBoth = [
      words('id', 'Setiap kelas ada gurunya.'),
      words('en', 'Every class has its teacher.'),
    ];
    const id = this.#seed.newId();
    const byLanguage = Object.fromEntries(inBoth.map(({ language, text }) => [language, text]));
    const text = canonicalJson({ clauses: [{ id, words: byLanguage }] });
    return { clauses: [{ id, words: inBoth }], text, plain: '1. Setiap kelas ada gurunya.', hash: sha256Hex(text) };
  }

  /** Nobody came to the count: it waits, comes back, and goes on with those who are here. One count is made void. */
  #withoutQuorum(): void {
    const quorum: DecisionRule['quorum'] = {
      base: 'roll',
      atLeast: '9/10',
      strict: false,
      ifNot: [{ step: 'wait', hours: 3 }, { step: 'reconvene', days: 3 }, { step: 'proceed' }],
    };
    const rule: DecisionRule = { ...fourRungs, ladder: ['vote'], qualified: null, quorum };
    const decisionId = this.#draft('Jadwal ronda', null, { rule, electorate: 'person' });
    this.#freeze(decisionId, 'Ronda setiap malam Jumat.');
    for (const later of [1, 48]) {
      this.#round(decisionId, { Ani: vote('yes') });
      const until = this.#log.now + later * 3_600_000;
      this.#chairDoes({ type: 'quorum.step', decisionId, until });
      this.#chairDoes({ type: 'meeting.resume' });
    }
    this.#round(decisionId, { Ani: vote('yes') });
    this.#chairDoes({ type: 'quorum.step', decisionId, until: null });
    const pollId = this.#open(decisionId);
    this.#close(pollId, { Ani: vote('no') });
    this.#chairDoes({ type: 'poll.void', pollId, reason: 'Ditutup terlalu cepat' });
    this.#round(decisionId, { Ani: vote('yes'), Citra: vote('yes') });
    this.#chairDoes({ type: 'decision.decide', decisionId, outcome: 'decided', statement: '' });
  }

  /** One wording through every rung: acclaimed, asked, agreed broadly, voted on. */
  #downTheLadder(): void {
    const { items } = this.#meeting.agenda;
    const decisionId = this.#draft('Jalan diperbaiki bersama', items[1]?.id ?? null, null);
    this.#chairDoes({ type: 'stage.set', stage: { kind: 'decision', decisionId } });
    const base = this.#freeze(decisionId, 'Jalan diperbaiki *bersama*.');
    this.#do('Ani', {
      type: 'text.propose',
      decisionId,
      base,
      text: 'Jalan dan jembatan diperbaiki bersama.',
    });
    this.#firstRound(decisionId);
    this.#chairDoes({ type: 'text.reopen', decisionId, reason: 'Usulan Ani diterima' });
    this.#freeze(decisionId, 'Jalan dan jembatan diperbaiki bersama.');
    const objecting = answer({ answer: 'object', note: 'Terlalu mahal' });
    this.#round(decisionId, { Eko: objecting });
    this.#descend(decisionId, 'Satu keberatan tinggal');
    this.#round(decisionId, { Ani: answer({}), Citra: answer({}), Dewi: answer({}), Eko: objecting });
    this.#descend(decisionId, 'Keberatan tinggal juga sesudah istirahat');
    this.#round(decisionId, {
      Ani: vote('yes'),
      Citra: vote('abstain'),
      Dewi: vote('no'),
      Eko: vote('blank'),
    });
    this.#descend(decisionId, 'Kesepakatan luas tidak tercapai');
    this.#round(decisionId, { Ani: vote('yes'), Citra: vote('yes'), Dewi: vote('yes'), Eko: vote('no') });
    this.#chairDoes({
      type: 'decision.decide',
      decisionId,
      outcome: 'decided',
      statement: 'Dinyatakan disepakati.',
    });
    this.#chairDoes({ type: 'stage.set', stage: { kind: 'agenda' } });
  }

  /** An acclamation that Citra turns into a count, with every kind of answer; one remark is taken back. */
  #firstRound(decisionId: string): void {
    const pollId = this.#open(decisionId);
    this.#do('Citra', { type: 'poll.demand-count', pollId });
    const closed = this.#close(pollId, {
      Ani: answer({ answer: 'agree-with-note', note: 'Jembatan juga', viaSecretary: true }),
      Citra: answer({ answer: 'object', note: 'Anggaran tidak ada', acceptableIf: 'Dibagi dua tahun' }),
      Dewi: answer({ answer: 'not-yet', until: '2026-05-18' }),
      Eko: answer({}),
    });
    const remark = closed.remarks.find((one) => one.answer === 'agree-with-note');
    this.#chairDoes({ type: 'words.take-back', wordsId: remark?.words.id ?? '' });
  }

  /** Partners vote, by unsur; it does not pass. */
  #byPartner(): void {
    const [government] = this.#meeting.plan.chambers;
    const rule: DecisionRule = {
      ...fourRungs,
      ladder: ['vote'],
      qualified: null,
      quorum: { base: 'roll', atLeast: '1/2', strict: true, per: [government?.id ?? ''], ifNot: [] },
      chambers: [{ id: government?.id ?? '', majority: { base: 'cast', atLeast: '1/2', strict: true } }],
      tie: { kind: 'revote', afterHours: 24 },
    };
    const decisionId = this.#draft('Iuran tahunan', null, { rule, electorate: 'partner' });
    this.#freeze(decisionId, 'Setiap mitra membayar iuran.');
    this.#round(decisionId, { Ani: vote('yes'), Citra: vote('no'), Dewi: vote('yes'), Eko: vote('abstain') });
    this.#chairDoes({
      type: 'decision.decide',
      decisionId,
      outcome: 'not-decided',
      statement: 'Unsur pemerintah belum setuju',
    });
  }

  /** Two votes that end in a tie: one is broken by the chair, one by lot. */
  #ties(): void {
    const choices = { Ani: vote('yes'), Citra: vote('no'), Dewi: vote('yes'), Eko: vote('no') };
    const tied = (title: string, kind: 'chair' | 'lot', gathered?: Gathered): string => {
      const rule: DecisionRule = { ...fourRungs, ladder: ['vote'], qualified: null, quorum: null, tie: { kind } };
      const decisionId = this.#draft(title, null, { rule, electorate: 'person' });
      this.#freeze(decisionId, `${title}.`);
      const pollId = this.#open(decisionId, gathered);
      this.#close(pollId, choices);
      return pollId;
    };
    this.#chairDoes({ type: 'tie.cast', pollId: tied('Cat pagar', 'chair'), choice: 'yes' });
    const lotSeed = sha256Hex('golden');
    const lot = { id: this.#seed.newId(), hash: sha256Hex(lotSeed) };
    this.#chairDoes({ type: 'tie.draw', pollId: tied('Giliran ronda', 'lot', { lot }) }, { lotSeed });
  }

  /** Dewi has a conflict of interest and leaves the base; the chair noted one of Eko's by mistake. */
  #conflict(): void {
    const rule: DecisionRule = { ...fourRungs, ladder: ['vote'], qualified: null, conflicted: 'leave-the-base' };
    const decisionId = this.#draft('Pembelian semen', null, { rule, electorate: 'person' });
    this.#freeze(decisionId, 'Semen dibeli dari koperasi.');
    const [dewi, eko] = [this.#person('Dewi'), this.#person('Eko')];
    this.#do('Dewi', { type: 'conflict.declare', decisionId, personId: dewi, reason: 'Pengurus koperasi' });
    this.#chairDoes({ type: 'conflict.declare', decisionId, personId: eko, reason: 'Pemasok' });
    this.#chairDoes({ type: 'conflict.withdraw', decisionId, personId: eko });
    this.#round(decisionId, { Ani: vote('yes'), Citra: vote('no'), Eko: vote('yes') });
    this.#chairDoes({ type: 'decision.decide', decisionId, outcome: 'decided', statement: '' });
  }

  /** Nobody asks for a count: one says yes, and silence agrees. */
  #acclaim(): void {
    const rule: DecisionRule = { ...fourRungs, ladder: ['acclamation'], qualified: null };
    const decisionId = this.#draft('Ucapan terima kasih', null, { rule, electorate: 'person' });
    this.#freeze(decisionId, 'Terima kasih kepada warga Hulu.');
    this.#round(decisionId, { Ani: answer({}) });
    this.#chairDoes({ type: 'decision.decide', decisionId, outcome: 'decided', statement: '' });
  }

  #voidOne(): void {
    const decisionId = this.#draft('Salah ketik', null, null);
    this.#chairDoes({ type: 'decision.void', decisionId, reason: 'Tertulis dua kali' });
  }

  /** One question from the draft to its outcome, one in secret, one withdrawn, one called off. */
  #questions(): void {
    const pollId = this.#ask({}, { Ani: [[0], [1, 2]], Citra: [[1]], Dewi: [[2], [0]] });
    this.#chairDoes({ type: 'stage.set', stage: { kind: 'question', pollId } });
    this.#chairDoes({ type: 'question.publish', pollId });
    this.#chairDoes({ type: 'question.state-outcome', pollId, statement: 'Jalan lebih dahulu.' });
    this.#ask({ secrecy: { kind: 'secret', breakdown: 'none' } }, { Ani: [[0]], Eko: [[0], [2]] });
    const unused = this.#draftQuestion({});
    this.#chairDoes({ type: 'question.revise', pollId: unused, content: this.#content({ title: 'Lain kali?' }) });
    this.#chairDoes({ type: 'question.withdraw', pollId: unused });
    const calledOff = this.#draftQuestion({});
    this.#chairDoes({ type: 'question.open', pollId: calledOff }, drawing);
    this.#chairDoes({ type: 'question.void', pollId: calledOff, reason: 'Pilihannya kurang satu' });
    this.#chairDoes({ type: 'stage.set', stage: { kind: 'agenda' } });
  }

  /** Citra comes onto the roll only while it is open. */
  #ask(part: Partial<PlainContent>, rankings: Record<string, number[][]>): string {
    const pollId = this.#draftQuestion(part);
    const seat = this.#meeting.people.get(this.#person('Citra'))!;
    const { id: personId, partnerId, roles } = seat;
    this.#chairDoes({ type: 'seat.change', personId, partnerId, roles: [...roles], votes: false });
    this.#chairDoes({ type: 'question.open', pollId }, drawing);
    this.#chairDoes({ type: 'seat.change', personId, partnerId, roles: [...roles], votes: true });
    this.#chairDoes({ type: 'roll.add', pollId, key: personId, reason: 'Baru tiba' });
    const ballots = Object.entries(rankings).map(([name, ranking]) => {
      const choice = { kind: 'ranking' as const, ranking };
      const ballot = { ballotId: this.#seed.newId(), pollId, choice, padding: paddingOf(choice) };
      const decided = decideBallot(this.#meeting, ballot, this.#person(name));
      if (!decided.ok) throw new Error(`${name}'s ballot was refused: ${decided.code}`);
      return decided.value;
    });
    const question = this.#meeting.questions[pollId]!;
    const published = publishedVoices(question, voicesOf(openingOf(question)!, ballots));
    this.#log.boxes.push({ pollId, ballots: published as unknown as JsonValue[] });
    this.#chairDoes({ type: 'question.close', pollId }, { ballots, hashBox });
    return pollId;
  }

  #draftQuestion(part: Partial<PlainContent>): string {
    const drafted = this.#chairDoes({ type: 'question.draft', content: this.#content(part) });
    return only(drafted, 'question.drafted').pollId;
  }

  #content(part: Partial<PlainContent>): PlainContent {
    const option = (text: string, cost: number) => {
      return { id: this.#seed.newId(), text, place: 'Hulu', volume: '1 km', cost, partnerId: this.#partners[0] ?? null };
    };
    return {
      title: 'Mana yang lebih dahulu?',
      about: 'Pagu tahun ini cukup untuk satu.',
      itemId: null,
      options: [option('Jalan', 60), option('Jembatan', 45), option('Perahu', 20)],
      money: { unit: 'Rp juta', ceiling: 60 },
      method: { method: 'schulze', seats: 1, unranked: 'last', strength: 'winning' },
      electorate: 'person',
      secrecy: { kind: 'open' },
      revote: 'until-close',
      result: 'at-close',
      force: 'binding',
      deadline: null,
      afterMeeting: 'closes',
      ...part,
    };
  }

  /** Eko erases himself, the meeting closes, and Gita is erased afterwards. */
  #end(): void {
    this.#do('Eko', { type: 'person.erase', personId: this.#person('Eko') });
    this.#chairDoes({ type: 'meeting.close' });
    this.#chairDoes({ type: 'meeting.reopen', reason: 'Belum dibaca' });
    this.#minutes();
    this.#chairDoes({ type: 'meeting.close' });
    this.#do('Dewi', { type: 'minutes.sign', version: 2, as: 'witness' });
    this.#chairDoes({ type: 'link.revoke', personId: this.#person('Dewi') });
    this.#chairDoes({ type: 'person.erase', personId: this.#person('Gita') });
  }

  /** Read out and corrected, locked, signed, opened again for what was wrong, locked and signed anew. */
  #minutes(): void {
    const correct = { part: 'opening', text: 'Doa dibuka oleh Dewan Adat.' } as const;
    const asked = this.#do('Ani', { type: 'minutes.correct', ...correct });
    const { correctionId } = only(asked, 'minutes.correction-asked');
    this.#do('Sari', { type: 'minutes.settle', correctionId, taken: true });
    this.#lock('Dibuka dengan doa oleh Dewan Adat.');
    this.#do('Sari', { type: 'minutes.sign', version: 1, as: 'secretary' });
    this.#do('Sari', { type: 'minutes.reopen', reason: 'Waktu penutupan keliru' });
    this.#lock('Dibuka dengan doa oleh Dewan Adat, pukul sembilan.');
    this.#do('Sari', { type: 'minutes.sign', version: 2, as: 'secretary' });
    this.#chairDoes({ type: 'minutes.sign', version: 2, as: 'chair' });
  }

  #lock(opening: string): void {
    const text = canonicalText([{ kind: 'paragraph', runs: [{ text: opening }] }]);
    const minutes = { ...this.#log.end, prose: [{ part: 'opening' as const, text }] };
    this.#do('Sari', { type: 'minutes.freeze' }, { minutes });
  }

  get #meeting(): Meeting {
    const { state } = this.#log;
    if (state.status !== 'planned') throw new Error('the meeting is not planned');
    return state;
  }

  #person(name: string): string {
    return this.#who[name] ?? name;
  }

  #do(name: string | null, command: MeetingCommand, gathered?: Gathered): MeetingEvent[] {
    return this.#log.do(name === null ? null : this.#person(name), command, gathered);
  }

  #chairDoes(command: MeetingCommand, gathered?: Gathered): MeetingEvent[] {
    return this.#do(this.#chair, command, gathered);
  }

  #come(name: string, partnerId: string | null | undefined): void {
    this.#seated(
      name,
      this.#do(null, { type: 'person.come', name, address: '', partnerId: partnerId ?? null }),
    );
  }

  #seat(name: string, role: 'delegate' | 'secretary', partnerId: string | null | undefined): void {
    const seat = { partnerId: partnerId ?? null, roles: [role], votes: role === 'delegate' };
    this.#seated(name, this.#chairDoes({ type: 'person.seat', name, address: 'Bapak/Ibu', ...seat }));
  }

  #seated(name: string, events: MeetingEvent[]): void {
    this.#who[name] = only(events, 'person.seated').personId;
  }

  #draft(
    title: string,
    itemId: string | null,
    own: { rule: DecisionRule; electorate: 'person' | 'partner' } | null,
  ): string {
    const { rule, electorate } = own ?? { rule: null, electorate: null };
    const events = this.#chairDoes({ type: 'decision.draft', wording: null, title, itemId, rule, electorate });
    return only(events, 'decision.drafted').decisionId;
  }

  #freeze(decisionId: string, wording: string): string {
    const blocks: CanonBlock[] = [{ kind: 'paragraph', runs: [{ text: wording }] }];
    const text = canonicalText(blocks);
    const frozen = { text, plain: plainText(blocks), hash: sha256Hex(text) };
    this.#chairDoes({ type: 'text.freeze', decisionId }, { text: frozen });
    return frozen.hash;
  }

  #descend(decisionId: string, reason: string): void {
    this.#chairDoes({ type: 'rung.descend', decisionId, reason });
  }

  #round(decisionId: string, choices: Record<string, Choice>): void {
    this.#close(this.#open(decisionId), choices);
  }

  #open(decisionId: string, gathered?: Gathered): string {
    return only(this.#chairDoes({ type: 'poll.open', decisionId }, gathered), 'poll.opened').pollId;
  }

  #close(pollId: string, choices: Record<string, Choice>): EventOf<'poll.closed'> {
    const ballots = this.#cast(pollId, choices);
    const published = publishedBallots(ballots);
    this.#log.boxes.push({ pollId, ballots: published });
    const present = new Set(['Ani', 'Citra', 'Dewi'].map((name) => this.#person(name)));
    const events = this.#chairDoes({ type: 'poll.close', pollId }, { ballots, present, hashBox });
    return only(events, 'poll.closed');
  }

  #cast(pollId: string, choices: Record<string, Choice>): StoredBallot[] {
    const poll = this.#meeting.polls[pollId];
    if (!poll || !isPollOpen(poll)) throw new Error('the poll is not open');
    return Object.entries(choices).map(([name, choice]) => {
      const ballot = { ballotId: this.#seed.newId(), pollId, choice };
      const decided = decideBallot(this.#meeting, ballot, this.#person(name));
      if (!decided.ok) throw new Error(`${name}'s ballot was refused: ${decided.code}`);
      return decided.value;
    });
  }
}

function only<T extends MeetingEvent['type']>(events: readonly MeetingEvent[], type: T): EventOf<T> {
  const found = events.find((event): event is EventOf<T> => event.type === type);
  if (!found) throw new Error(`no ${type} among the events`);
  return found;
}
