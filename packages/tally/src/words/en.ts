/** The phrases in English. */
import type { Phrases } from './phrases';

const fractions: Record<string, string> = {
  '1/4': 'a quarter',
  '1/3': 'one third',
  '1/2': 'half',
  '3/5': 'three fifths',
  '2/3': 'two thirds',
  '3/4': 'three quarters',
};

export const en: Phrases = {
  share: (atLeast, strict) => `${strict ? 'more than' : 'at least'} ${fractions[atLeast] ?? atLeast}`,
  shareWhole: { '0/1': 'at least one', '1/1': 'all' },
  base: {
    'yes+no': 'votes for and against',
    cast: 'votes cast',
    present: 'those present',
    attended: 'those who signed the attendance list',
    roll: 'those who may vote',
  },
  numbers: (need, of) => ` (${need} of ${of})`,
  partnerVote: {
    majority: "A partner's vote is what most of its people say; as many for as against is an abstention.",
    split:
      "A partner's voices are split in proportion to what its people say, in whole voices; of equal remainders disagree goes first, then abstain, then agree.",
  },
  rule: {
    acclamation: [
      'Acclamation: the chair asks whether anyone objects, and nobody does.',
      'Anyone may ask for a vote.',
    ],
    consent: 'Consent: no objection stands, and somebody agrees.',
    silence: { counts: 'Silence is taken as agreement.', 'does-not-count': 'Silence is not agreement.' },
    simpleMajority: 'Passes when more agree than disagree.',
    noOneAgainst: 'Passes when somebody agrees and nobody disagrees.',
    all: (base) => `Passes when all agree, counted on ${base}.`,
    majority: (share, base, numbers) => `Passes when those who agree are ${share} of ${base}${numbers}.`,
    effect: {
      'yes+no': 'Abstentions and blanks do not count.',
      cast: 'Abstentions and invalid ballots count as votes cast, blanks do not.',
      present: 'An abstention works like a no.',
      attended: 'An abstention works like a no, also of someone who has left.',
      roll: 'Absence and abstention work like a no.',
    },
    support: (chambers) => `Somebody must agree from at least ${chambers} constituencies.`,
    eachChamber: (chambers, share, base) =>
      `In each of ${chambers}, those who agree must also be ${share} of ${base}.`,
    emptyChamber: {
      blocks: 'If nobody of one of them is here, it cannot pass.',
      skipped: 'A constituency of which nobody is here is passed over.',
    },
    quorum: (who, numbers) => `Quorum: ${who}${numbers}.`,
    quorumOf: (share, base, by) => `${share} of ${quorumBases[base]} ${quorumVerb(base, by)}`,
    quorumPer: (chambers) => `The same quorum holds for each of ${chambers}.`,
    chamberQuorum: (chamber, who) => `Quorum of ${chamber}: ${who}.`,
    ifNot: (steps) => `If there is no quorum: ${steps}.`,
    step: (step) => {
      if (step.step === 'wait') return `wait at most ${hours(step.hours)}`;
      return step.step === 'reconvene' ? `meet again within ${days(step.days)}` : 'go on with those present';
    },
    tie: (tie) => {
      if (tie.kind === 'fails') return 'A tie does not pass.';
      if (tie.kind === 'chair') return 'On a tie the chair has the casting vote.';
      if (tie.kind === 'lot') return 'A tie is decided by lot.';
      return `On a tie the vote is taken again after ${hours(tie.afterHours)}; a second tie does not pass.`;
    },
    conflicted: 'Those with a conflict of interest are not counted.',
    expires: (date) => `In force through ${date}, unless confirmed.`,
    list: (items) => listed(items, 'and'),
  },
  tally: {
    outcome: { passes: 'Passed', fails: 'Not passed', tied: 'Tied' },
    consent: { passes: 'Agreed', fails: 'Not agreed' },
    rung: {
      consent: 'How: consent round.',
      qualified: 'How: qualified consensus, with support across constituencies.',
      vote: 'How: vote.',
    },
    choice: { yes: 'agree', no: 'disagree', abstain: 'abstain', blank: 'blank', invalid: 'invalid' },
    answer: {
      agree: 'agree',
      'agree-with-note': 'agree with a note',
      'not-yet': 'not yet',
      object: 'object',
    },
    silent: 'no answer',
    majority: (need, of, base, yes) => `Needed: ${need}, counted on ${of} ${base}; ${yes} agree.`,
    quorum: (met, have, of, need) => `Quorum ${met ? 'met' : 'not met'}: ${have} of ${of} (needed: ${need}).`,
    reason: {
      nobody_to_count: () => 'There is no vote to count.',
      no_quorum: () => 'There is no quorum.',
      chamber_no_quorum: (chamber) => `There is no quorum of ${chamber}.`,
      no_majority: () => 'Fewer agree than are needed.',
      chamber_no_majority: (chamber) => `Among ${chamber}, fewer agree than are needed.`,
      chamber_empty: (chamber) => `Nobody of ${chamber} is here.`,
      too_little_support: () => 'Those who agree come from too few constituencies.',
      tied: () => 'As many agree as disagree.',
      objection_stands: () => 'An objection stands.',
      nobody_agreed: () => 'Nobody has agreed.',
    },
    tie: {
      fails: 'A tie does not pass.',
      'awaits-chair': "Waiting for the chair's casting vote.",
      'awaits-lot': 'Waiting for the lot.',
      'awaits-revote': 'The vote will be taken again.',
      'chair-yes': "The chair's casting vote: agree.",
      'chair-no': "The chair's casting vote: disagree.",
      'lot-yes': 'The lot fell to: agree.',
      'lot-no': 'The lot fell to: disagree.',
    },
    left: (weight) => `Not counted for a conflict of interest: ${weight}.`,
    ballots: (ballots) => `Ballots: ${ballots}.`,
    option: (name, approvals, ballots) => `${name}: ${approvals} of ${ballots} ballots.`,
    elected: (names) => `Elected: ${names}.`,
    nobodyElected: 'Nobody is elected yet.',
    approvalTie: (names, seats) =>
      `Tied: ${names}, for ${seats} remaining ${seats === 1 ? 'place' : 'places'}.`,
    blockVoting: 'This is not proportional: the largest group can take all the places.',
  },
};

const quorumBases = {
  roll: 'those who may vote',
  invited: 'those invited',
  present: 'those present',
  attended: 'those who signed the attendance list',
};

function quorumVerb(base: keyof typeof quorumBases, by: Parameters<Phrases['rule']['quorumOf']>[2]): string {
  if (by === 'answering') return 'answer';
  if (base === 'invited') return 'sign the attendance list';
  return by === 'signing' ? 'take part in the vote' : 'are here';
}

function hours(n: number): string {
  return `${n} ${n === 1 ? 'hour' : 'hours'}`;
}

function days(n: number): string {
  return `${n} ${n === 1 ? 'day' : 'days'}`;
}

function listed(items: readonly string[], and: string): string {
  if (items.length < 3) return items.join(` ${and} `);
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`;
}
