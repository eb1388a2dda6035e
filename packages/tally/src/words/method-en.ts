/** The phrases about elections in English. */
import type { MethodPhrases } from './method-phrases';

export const methodEn: MethodPhrases = {
  name: {
    plurality: 'One choice',
    approval: 'Approval',
    score: 'Scores',
    dots: 'Dots',
    quadratic: 'Quadratic voting',
    irv: 'Ranking, in rounds (instant-runoff)',
    'stv-scottish': 'Ranking for several seats (STV, Scottish rules)',
    'stv-meek': 'Ranking for several seats (STV, Meek)',
    schulze: 'Ranking, in pairs (Schulze)',
    'ranked-pairs': 'Ranking, in pairs (ranked pairs)',
    borda: 'Ranking, by points (Borda)',
    star: 'Stars, then a runoff (STAR)',
    'majority-judgment': 'Grades (majority judgment)',
    temperature: 'Temperature check',
    'hand-count': 'Show of hands',
  },
  fits: {
    plurality: 'Two options, or an election where custom asks for it.',
    approval: 'Several options may be good enough, and it should be quick.',
    score: 'How good each option is matters, for instance by the criteria of the meeting.',
    dots: 'A first look at what matters most in a long list.',
    quadratic: 'Some care much about few things, and that should count.',
    irv: 'One office or option, and nobody should have to vote tactically for the lesser evil.',
    'stv-scottish': 'Several seats that should mirror the room, with rules known from public elections.',
    'stv-meek': 'Several seats that should mirror the room as exactly as a computer can count.',
    schulze: 'One option that holds against each of the others; a full ranking is wanted.',
    'ranked-pairs': 'As Schulze, with a count that can be followed pair by pair.',
    borda: 'A ranking on which many can settle, among people who do not vote tactically.',
    star: 'Scores, but the last word belongs to the majority between the best two.',
    'majority-judgment': 'Options are judged in words, and extremes should not pull the result.',
    temperature: 'Before a decision: is the room ready? It binds nobody.',
    'hand-count': 'Everyone is in one room and nothing needs to be secret.',
  },
  ballots: (valid, blank) => `Ballots that count: ${valid}${blank > 0 ? `; blank: ${blank}` : ''}.`,
  noBallots: 'No ballot says anything.',
  votesOf: (name, votes, of) => `${name} has ${votes} of ${of} votes.`,
  has: {
    dots: (name, figure) => `${name} has ${figure} ${figure === '1' ? 'dot' : 'dots'}.`,
    votes: (name, figure) => `${name} has ${figure} ${figure === '1' ? 'vote' : 'votes'}.`,
    points: (name, figure) => `${name} has ${figure} points.`,
    score: (name, figure) => `${name} has a total score of ${figure}.`,
  },
  ahead: (lead, second) => `That is ${lead} more than ${second}.`,
  mean: (name, mean, count) => `${name}: mean ${mean}, scored on ${count} ballots.`,
  marks: (most) => `At most ${most} ${most === 1 ? 'mark' : 'marks'} a ballot.`,
  leftover: {
    dots: (left) => `Dots left over: ${left}.`,
    credits: (left) => `Credits left over: ${left}.`,
  },
  irvWon: (name, round, votes, continuing) =>
    `${name} wins in round ${round} with ${votes} of the ${continuing} ballots that still count.`,
  irvSecond: (name, votes) => `${name} has ${votes}.`,
  exhausted: (votes) => `Ballots that rank nobody who is left: ${votes}.`,
  stopped: (round) => `The count stops in round ${round}.`,
  quota: (quota) => `To be elected takes ${quota} votes (the quota).`,
  reached: (name, round, votes) => `${name} is elected in round ${round} with ${votes} votes.`,
  lastSeats: (names) => `As many as there are places left, elected without the quota: ${names}.`,
  notPassedOn: (votes) => `Votes that nobody could receive: ${votes}.`,
  condorcet: (name) => `${name} is preferred to each of the others in pairs.`,
  noCondorcet: 'None is preferred to each of the others in pairs.',
  path: (name, second, there, back) =>
    `${name} is before ${second}: the strongest path is ${there}, back it is ${back}.`,
  locks: (locked, cycles, undecided) =>
    [
      `Majorities taken over, strongest first: ${locked}`,
      ...(cycles > 0 ? [`contradicting them: ${cycles}`] : []),
      ...(undecided > 0 ? [`waiting for a lot: ${undecided}`] : []),
    ].join('; ') + '.',
  finalists: (names) => `Most stars: ${names}.`,
  runoff: (name, other, higher, lower, equal) =>
    `${name} is above ${other} on ${higher} ballots, below on ${lower}, equal on ${equal}.`,
  median: (name, grade) => `${name}: median grade ${grade}.`,
  temperature: (name, mean, count) => `${name}: mean ${mean} on a scale of 0 to 4, ${count} answers.`,
  unbinding: 'This binds nobody.',
  byHand: (by) => `Counted by hand; the numbers were written down by ${by}.`,
  tied: {
    rank: (names, round) => `${names} are equal${inRound(round)}.`,
    exclusion: (names, round) => `${names} are equally last${inRound(round)}.`,
    surplus: (names, round) => `${names} have the same surplus${inRound(round)}.`,
    finalists: (names) => `${names} have the same score, for the runoff.`,
    runoff: (names) => `The runoff between ${names} is tied.`,
  },
  lookBack: (names, round, fewest) =>
    `Looking back: in round ${round} ${names} had ${fewest ? 'fewest' : 'most'}.`,
  headToHead: (names) => `Fewest lost comparisons in pairs: ${names}.`,
  byScore: (names) => `The higher score: ${names}.`,
  topMarks: (names) => `More top marks: ${names}.`,
  mediansRemoved: (names, removed) =>
    removed === 1
      ? `With one median grade taken from each, ${names} is ahead.`
      : `With ${removed} median grades taken from each, ${names} is ahead.`,
  order: {
    lot: 'The order drawn by lot before the vote',
    chair: 'The order that the chair set before the vote',
    listed: 'The order of the list, announced before the vote',
  },
  orderSays: (order, names, at) =>
    at === 'exclusion' ? `${order} decides: ${names} goes out.` : `${order} decides: ${names}.`,
  needsLot: 'A lot has to decide this.',
};

function inRound(round: number | null): string {
  return round === null ? '' : ` in round ${round}`;
}
