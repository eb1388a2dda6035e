/** One decision on the record's page: wording, each rung taken with rule and result, remarks, outcome. */
import type { Decision, Poll, Remark } from '@mufakat/domain';
import { partnerVoteInWords, ruleInWords, tallyInWords, type Names } from '@mufakat/tally';
import { html, type Html } from './html';
import { dateTime, saidIn, type PageContext } from './page-context';
import { wordingHtml } from './wording-html';

export function decisionSection(page: PageContext, decision: Decision): Html {
  const polls = decision.polls.flatMap((id) => page.state.polls[id] ?? []);
  return html`<article>
    <h3 dir="auto">${decision.title}</h3>
    ${wording(page, decision)} ${outcome(page, decision)}
    ${polls.map((poll, index) => [
      pollBlock(page, decision, poll, roundOf(polls, index)),
      quorumStep(page, decision, poll),
      afterPoll(page, decision, polls, index),
    ])}
    ${reopenings(page, decision)} ${proposals(page, decision)}
  </article>`;
}

function wording({ say }: PageContext, { text }: Decision): Html | null {
  if (text.status === 'open') return null;
  return html`<div class="wording">${wordingHtml(text.text)}</div>
    <p class="meta">
      ${say.wording(text.version)} · ${say.fingerprint} <code>${fingerprint(text.hash)}</code>
    </p>`;
}

/** The first eight hex digits, as the room sees them. */
function fingerprint(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
}

function outcome(page: PageContext, decision: Decision): Html {
  const { say } = page;
  const { outcome: end } = decision;
  switch (end.status) {
    case 'pending':
      return html`<p><strong>${say.outcome.pending}</strong></p>`;
    case 'void':
      return html`<p>
        <strong>${say.outcome.void}</strong>, ${dateTime(page, end.at)}: ${saidIn(page, end.reason)}
      </p>`;
    default:
      return html`<p>
          <strong>${say.outcome[end.status]}</strong>, ${dateTime(page, end.at)}. ${say.onRung}:
          ${say.rungs[end.rung]}.
        </p>
        <p dir="auto">${saidIn(page, end.statement)}</p>`;
  }
}

function roundOf(polls: readonly Poll[], index: number): number {
  const rung = polls[index]?.rung;
  return polls.slice(0, index + 1).filter((poll) => poll.rung === rung).length;
}

function pollBlock(page: PageContext, decision: Decision, poll: Poll, round: number): Html | null {
  const { say, language } = page;
  if (poll.count.status === 'open') return null;
  const names = chamberNames(page);
  const { tally, remarks, at, voided } = poll.count;
  const rule = [
    ...ruleInWords(poll.rule, poll.rung, language, names),
    ...(poll.people ? [partnerVoteInWords(poll.people.way, language)] : []),
  ];
  const secondCall = decision.rule.quorum !== null && poll.rule.quorum === null;
  return html`<div class="poll">
    <h4>${say.rungs[poll.rung]}, ${say.round(round)}</h4>
    <p class="meta">${dateTime(page, at)}</p>
    ${voided ? html`<p dir="auto"><strong>${say.countVoided}</strong>, ${dateTime(page, voided.at)}: ${saidIn(page, voided.reason)}</p>` : null}
    ${secondCall ? html`<p><strong>${say.secondCall}</strong></p>` : null}
    <p>${say.rule}: ${rule.join(' ')}</p>
    <p>${say.result}: ${tallyInWords(tally, language, names).join(' ')}</p>
    ${lotLine(page, poll)}
    ${
      remarks.length === 0
        ? null
        : html`<p>${say.remarks}:</p>
            <ul>
              ${remarks.map((remark) => remarkRow(page, remark))}
            </ul>`
    }
    ${namedVotes(page, poll)}
  </div>`;
}

/** A lot that broke the tie, so that anyone can draw it again. */
function lotLine({ say }: PageContext, { lot, count }: Poll): Html | null {
  if (!lot || count.status === 'open' || count.tieBreak?.by !== 'lot') return null;
  return html`<p class="meta">
    ${say.lot} <code>${count.tieBreak.seed}</code> · ${say.lotHash} <code>${lot.hash}</code>
  </p>`;
}

/** What the rule said to do after a count that lacked its quorum. */
function quorumStep(page: PageContext, { quorumSteps }: Decision, poll: Poll): Html | null {
  const taken = quorumSteps.find(({ pollId }) => pollId === poll.id);
  if (!taken) return null;
  const until = taken.until === null ? '' : dateTime(page, taken.until);
  return html`<p>${page.say.quorumSteps[taken.step](until)}</p>`;
}

/** In an open vote it is in the record who voted what; a consent round has no names. */
function namedVotes(page: PageContext, poll: Poll): Html | null {
  const { say, boxes } = page;
  const votes = (boxes.find((box) => box.pollId === poll.id)?.ballots ?? []).flatMap((ballot) =>
    'voter' in ballot ? ballot : [],
  );
  if (votes.length === 0) return null;
  const rows = (['yes', 'no', 'abstain', 'blank'] as const).flatMap((choice) => {
    const names = votes
      .filter(({ vote }) => vote === choice)
      .map(({ voter }) => voterName(page, poll, voter));
    return names.length === 0
      ? []
      : [
          html`<tr>
            <th>${say.choices[choice]}</th>
            <td class="n">${names.length}</td>
            <td dir="auto">${names.join(', ')}</td>
          </tr>`,
        ];
  });
  return html`<table>
    <caption>
      ${say.votes}
    </caption>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function voterName(page: PageContext, poll: Poll, key: string): string {
  const { people, plan } = page.state;
  const words =
    poll.electorate === 'person' || poll.people
      ? people.get(key)?.name
      : plan.partners.find((one) => one.id === key)?.name;
  return words ? saidIn(page, words) : key;
}

function remarkRow(page: PageContext, remark: Remark): Html {
  const { say, state } = page;
  const partner = state.plan.partners.find((one) => one.id === remark.partnerId);
  const who = partner ? saidIn(page, partner.name) : say.viaSecretary;
  return html`<li dir="auto">
    <strong>${say.remark[remark.answer]}</strong> (${who}): ${saidIn(page, remark.words)}
    ${remark.acceptableIf ? html` ${say.acceptableIf}: ${saidIn(page, remark.acceptableIf)}` : null}
    ${remark.until ? html` ${say.until} ${remark.until}.` : null}
  </li>`;
}

/** Where the chair went down the ladder after the last poll of a rung, and why. */
function afterPoll(
  page: PageContext,
  decision: Decision,
  polls: readonly Poll[],
  index: number,
): Html | null {
  const { say } = page;
  const rung = polls[index]?.rung;
  const descent = decision.descents.find(({ from }) => from === rung);
  if (!descent || polls[index + 1]?.rung === rung) return null;
  const { from, to, reason } = descent;
  return html`<p dir="auto">${say.descended(say.rungs[from], say.rungs[to])}: ${saidIn(page, reason)}</p>`;
}

function reopenings(page: PageContext, { reopenings: reasons }: Decision): Html[] {
  return reasons.map((reason) => html`<p dir="auto">${page.say.reopened}: ${saidIn(page, reason)}</p>`);
}

function proposals(page: PageContext, decision: Decision): Html | null {
  if (decision.proposals.length === 0) return null;
  const rows = decision.proposals.map(({ text }) => html`<li dir="auto">${saidIn(page, text)}</li>`);
  return html`<p>${page.say.proposals}:</p>
    <ul>
      ${rows}
    </ul>`;
}

function chamberNames({ state }: PageContext): Names {
  return Object.fromEntries(state.plan.chambers.map((chamber) => [chamber.id, chamber.name]));
}
