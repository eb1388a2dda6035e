import { inflateRawSync } from 'node:zlib';
import { refused } from '@mufakat/domain';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemIds } from '../platform/ids';
import { settled } from '../streams/testing';
import { draftedDecision, openHall, openPoll, type TestHall } from './testing';

let hall: TestHall;
beforeEach(async () => {
  hall = await openHall();
});
afterEach(() => {
  vi.useRealTimers();
  hall.close();
});

const yes = { kind: 'vote', vote: 'yes' } as const;
const turnouts = () => hall.told.flatMap((news) => (news.kind === 'turnout' ? [news.turnout.cast] : []));

describe('ballots', () => {
  it('tell a coalesced turnout, whose last number is right', async () => {
    const voters = await Promise.all(Array.from({ length: 40 }, (_, n) => hall.guest(`voter-${n}`)));
    const pollId = await openPoll(hall, voters);
    const votes = voters.map((voter) =>
      hall.room.cast(voter, { ballotId: systemIds.newId(), pollId, choice: yes }),
    );
    for (const vote of await Promise.all(votes)) expect(vote).toEqual({ ok: true, value: null });
    // The first at once, and at once again when all have answered.
    expect(turnouts().length).toBeLessThanOrEqual(3);
    expect(turnouts().at(-1)).toBe(40);
  });

  it('count once however often they are sent, and after the close the same one is still acked', async () => {
    const ani = await hall.guest('ani');
    const pollId = await openPoll(hall, [ani]);
    const ballot = { ballotId: systemIds.newId(), pollId, choice: yes };
    const answers = await Promise.all([1, 2, 3].map(() => hall.room.cast(ani, ballot)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    await hall.act({ type: 'poll.close', pollId });
    expect(hall.room.state?.polls[pollId]?.count).toMatchObject({ status: 'closed', turnout: 1 });
    expect(await hall.room.cast(ani, ballot)).toEqual({ ok: true, value: null });
    const late = { ...ballot, ballotId: systemIds.newId() };
    expect(await hall.room.cast(ani, late)).toEqual(refused('poll_not_open'));
  });

  it('are refused to whoever is not on the roll, for a poll that is none, and of another kind', async () => {
    const ani = await hall.guest('ani');
    const pollId = await openPoll(hall, [ani]);
    const budi = await hall.guest('budi');
    const ballotId = systemIds.newId();
    expect(await hall.room.cast(budi, { ballotId, pollId, choice: yes })).toEqual(refused('not_on_the_roll'));
    const unknown = { ballotId, pollId: systemIds.newId(), choice: yes };
    expect(await hall.room.cast(ani, unknown)).toEqual(refused('poll_unknown'));
    const consent = { kind: 'consent', answer: 'agree', note: '', acceptableIf: '', until: null } as const;
    const other = { ballotId, pollId, choice: { ...consent, viaSecretary: false } };
    expect(await hall.room.cast(ani, other)).toEqual(refused('choice_invalid'));
  });

  it('are shown again to the one who cast them, after the room was opened anew', async () => {
    const ani = await hall.guest('ani');
    const pollId = await openPoll(hall, [ani]);
    await hall.room.cast(ani, { ballotId: systemIds.newId(), pollId, choice: yes });
    expect(hall.room.join(ani, 0)).toMatchObject({
      given: [{ pollId, choice: yes }],
      turnouts: [{ pollId, cast: 1 }],
    });
    expect(hall.room.join(hall.chair, 0)).toMatchObject({ given: [], turnouts: [{ pollId, cast: 1 }] });
  });
});

describe('closing a poll', () => {
  it('is refused to whoever may not, whether there is such a poll or not', async () => {
    const ani = await hall.guest('ani');
    const pollId = await openPoll(hall, [ani]);
    for (const id of [pollId, systemIds.newId()]) {
      expect(await hall.command(ani, { type: 'poll.close', pollId: id })).toEqual(refused('not_allowed'));
    }
    const unknown = { type: 'poll.close', pollId: systemIds.newId() } as const;
    expect(await hall.command(hall.chair, unknown)).toEqual(refused('poll_unknown'));
  });

  it('by two at once is done by one, and the other is told so', async () => {
    const ani = await hall.guest('ani');
    const pollId = await openPoll(hall, [ani]);
    const close = () => hall.command(hall.chair, { type: 'poll.close', pollId });
    const answers = await Promise.all([close(), close()]);
    expect(answers.map((answer) => (answer.ok ? 'done' : answer.code))).toEqual(['done', 'poll_not_open']);
  });
});

describe('freezing', () => {
  it('holds the wording until the event is on disk, and leaves it frozen', async () => {
    const decisionId = await draftedDecision(hall);
    hall.disk.hold();
    const freezing = hall.command(hall.chair, { type: 'text.freeze', decisionId });
    await settled();
    expect(hall.documents.held).toEqual([decisionId]);
    expect(hall.documents.ends).toEqual([]);
    hall.disk.letGo();
    expect(await freezing).toMatchObject({ ok: true });
    expect(hall.documents.ends).toEqual(['frozen']);
  });

  it('refused, opens the wording again', async () => {
    const decisionId = await draftedDecision(hall);
    await hall.act({ type: 'meeting.pause', kind: 'break', reason: '', until: hall.clock.time + 60_000 });
    const answer = await hall.command(hall.chair, { type: 'text.freeze', decisionId });
    expect(answer).toEqual(refused('meeting_paused'));
    expect(hall.documents.ends).toEqual(['open']);
  });

  it('that the disk fails opens the wording again', async () => {
    const decisionId = await draftedDecision(hall);
    hall.disk.failNext();
    await expect(hall.command(hall.chair, { type: 'text.freeze', decisionId })).rejects.toThrow();
    expect(hall.documents.ends).toEqual(['open']);
    await hall.act({ type: 'text.freeze', decisionId });
    expect(hall.documents.ends).toEqual(['open', 'frozen']);
  });

  it('holds nothing for whoever may not, and for a decision that is none', async () => {
    const ani = await hall.guest('ani');
    const decisionId = await draftedDecision(hall);
    for (const id of [decisionId, systemIds.newId()]) {
      const answer = await hall.command(ani, { type: 'text.freeze', decisionId: id });
      expect(answer).toEqual(refused('not_allowed'));
    }
    const unknown = { type: 'text.freeze', decisionId: systemIds.newId() } as const;
    expect(await hall.command(hall.chair, unknown)).toEqual(refused('decision_unknown'));
    expect(hall.documents.held).toEqual([]);
  });
});

describe('locking the minutes', () => {
  it('names the end of the record that they tell, and lets the document go on once they are open again', async () => {
    await hall.act({ type: 'meeting.open' });
    const { seq, head } = hall.room.stream;
    await hall.act({ type: 'minutes.freeze' });
    expect(hall.room.state?.minutes.locked[0]).toMatchObject({ version: 1, upTo: seq, head });
    expect([hall.documents.held.at(-1), hall.documents.ends.at(-1)]).toEqual([hall.room.id, 'frozen']);
    expect(await hall.command(hall.chair, { type: 'minutes.freeze' })).toEqual(refused('minutes_frozen'));
    expect(hall.documents.ends.at(-1)).toBe('open');
  });
});

describe('packs for who joins', () => {
  const many = () =>
    hall.room.stream.askTogether(
      Array.from({ length: 300 }, () => ({
        actor: { kind: 'person', personId: hall.chair.personId } as const,
        command: { type: 'stage.set', stage: { kind: 'agenda' } } as const,
      })),
    );

  it('leave less than a block, also where the record grew while they were made', async () => {
    await many();
    const packing = hall.room.seen.packsFor(hall.chair, 0).then((packs) => {
      const upTo = packs.at(-1)?.upTo ?? 0;
      return { packs, left: hall.room.stream.seq - upTo };
    });
    await many();
    const { packs, left } = await packing;
    expect(left).toBeLessThan(128);
    let end = 0;
    for (const { framed, upTo } of packs) {
      expect(framed.data.afterSeq).toBe(end);
      end = upTo;
    }
    expect(await hall.room.seen.packsFor(hall.chair, end)).toEqual([]);
  });

  it('are not made for who was removed meanwhile, so that nobody is given the stubs that are left to them', async () => {
    await many();
    const guest = await hall.guest('guest');
    await hall.act({ type: 'person.remove', personId: guest.personId, block: false });
    expect(await hall.room.seen.packsFor(guest, 0)).toEqual([]);
    expect(hall.room.seen.fewFor(guest, hall.room.stream.seq - 2)).toBeNull();
    const [pack] = await hall.room.seen.packsFor(hall.chair, 0);
    const events: unknown = JSON.parse(inflateRawSync(pack?.framed.data.events ?? '').toString());
    expect(events).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'stage.set' })]));
  });
});

describe('the attendance list', () => {
  const attendance = (personId: string) => hall.room.state?.people.get(personId)?.attendance;

  /** Someone comes, and the moment in which others might come too is over. */
  const comes = async (personId: string, coming: 'anew' | 'back'): Promise<void> => {
    hall.room.signIn(personId, coming);
    await new Promise((resolve) => setTimeout(resolve, 110));
    await settled();
  };

  it('is signed by coming, once, and not before it opens', async () => {
    const ani = await hall.guest('ani');
    await comes(ani.personId, 'anew');
    expect(attendance(ani.personId)).toBe('signed');
    const { seq } = hall.room.stream;
    await comes(ani.personId, 'anew');
    expect(hall.room.stream.seq).toBe(seq);
  });

  it('is not signed by a line that comes back after the goodbye, but by coming anew', async () => {
    const ani = await hall.guest('ani');
    await comes(ani.personId, 'anew');
    await hall.command(ani, { type: 'attendance.leave' });
    await comes(ani.personId, 'back');
    expect(attendance(ani.personId)).toBe('left');
    await comes(ani.personId, 'anew');
    expect(attendance(ani.personId)).toBe('signed');
  });

  it('is signed at once by who comes first, and together by those who come in the moment after', async () => {
    const [ani, budi, citra] = [await hall.guest('ani'), await hall.guest('budi'), await hall.guest('citra')];
    const appends = () => hall.told.filter(({ kind }) => kind === 'events').length;
    const before = appends();
    for (const { personId } of [ani, budi, citra]) hall.room.signIn(personId, 'anew');
    await settled();
    expect([ani, budi, citra].map(({ personId }) => attendance(personId))).toEqual([
      'signed',
      'never',
      'never',
    ]);
    await comes(citra.personId, 'anew');
    expect(attendance(budi.personId)).toBe('signed');
    expect(attendance(citra.personId)).toBe('signed');
    expect(appends()).toBe(before + 2);
  });

  it('has all who came before anything that is decided after', async () => {
    const [ani, budi] = [await hall.guest('ani'), await hall.guest('budi')];
    for (const { personId } of [ani, budi]) hall.room.signIn(personId, 'anew');
    const done = await hall.command(budi, { type: 'attendance.leave' });
    expect(done.ok).toBe(true);
    expect([ani, budi].map(({ personId }) => attendance(personId))).toEqual(['signed', 'left']);
  });

  it('is signed for those who were here when it opened', async () => {
    const ani = await hall.guest('ani');
    hall.room.presence.enter(ani.personId);
    await hall.act({ type: 'meeting.open' });
    await settled();
    expect(attendance(ani.personId)).toBe('signed');
  });
});

describe('someone who is removed', () => {
  it('is not here any more, and their documents are looked at again', async () => {
    const ani = await hall.guest('ani');
    hall.room.presence.enter(ani.personId);
    const before = hall.documents.refreshed;
    await hall.act({ type: 'person.remove', block: false, personId: ani.personId });
    hall.room.presence.leave(ani.personId);
    expect(hall.room.presence.people()).toEqual([]);
    expect(hall.documents.refreshed).toBeGreaterThan(before);
  });
});

describe('coming in', () => {
  it('twice at once on one device seats one person', async () => {
    await hall.ports.store.putSession({ hash: 'ani', createdAt: 0, expiresAt: 8e15 });
    const people = () => hall.room.state?.people.size ?? 0;
    const before = people();
    const come = () =>
      hall.room.come('ani', systemIds.newId(), {
        type: 'person.come',
        name: 'Ani',
        address: '',
        partnerId: null,
      });
    const answers = await Promise.all([come(), come(), come()]);
    expect(people()).toBe(before + 1);
    const arrivals = answers.map((answer) => (answer.ok ? answer.value : null));
    expect(arrivals.map((arrival) => arrival?.isNew)).toEqual([true, false, false]);
    expect(new Set(arrivals.map((arrival) => arrival?.personId)).size).toBe(1);
  });
});
