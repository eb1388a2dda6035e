/** How people are called: said by themselves, and erased with everything they were called before. */
import { describe, expect, test } from 'vitest';
import type { MeetingEvent } from '../meeting-events';
import { agenda, fold, given, id, opened, seated, who } from '../testing';
import { eraseWords } from '../words';

const { participant: personId, operator, guest } = who;
const rename = { type: 'person.rename' as const, personId, name: 'Siti Aminah', address: 'Ibu' };
const { name, address } = seated('participant');
const siti = { id: id(801), text: 'Siti Aminah' };
const ibu = { id: id(802), text: 'Ibu' };
const renamed: MeetingEvent = { type: 'person.renamed', personId, name: siti, address: ibu };

describe('a name', () => {
  test('[P12] is changed by the person, or by who lets people in', () => {
    for (const by of [personId, operator]) {
      given(...opened())
        .when(rename, { by })
        .then([{ ...renamed, name: { ...siti, id: id(9001) }, address: { ...ibu, id: id(9002) } }]);
    }
    given(...opened())
      .when(rename, { by: guest })
      .thenRefused('not_allowed');
  });

  test('[P12] keeps the words that stay, and needs some that change', () => {
    given(...opened(), renamed)
      .when({ ...rename, address: 'Bu Guru' })
      .then([{ ...renamed, name: siti, address: { id: id(9001), text: 'Bu Guru' } }]);
    given(...opened(), renamed)
      .when(rename)
      .thenRefused('nothing_changes');
  });

  test('[P12] is that of someone with a seat', () => {
    const waiting = seated('guest', { personId: id(700), waits: true });
    const removed: MeetingEvent = { type: 'person.removed', personId, blocked: false };
    given(...opened(), waiting)
      .when({ ...rename, personId: id(700) })
      .thenRefused('person_unknown');
    given(...opened(), removed)
      .when(rename)
      .thenRefused('person_unknown');
  });

  test('[P12] is the same in what is told of the person, and no part of the record of others changes', () => {
    const { meeting } = given(...opened()).when(rename);
    expect(meeting.people.get(personId)).toMatchObject({
      name: { text: 'Siti Aminah' },
      address: { text: 'Ibu' },
    });
    expect(meeting.people.get(guest)?.name).toEqual(seated('guest').name);
  });
});

describe('erasing after a rename', () => {
  const presenting = (n: number, text: string) =>
    agenda.map((item, index) =>
      index === 1 ? { ...item, title: `Butir ${n}`, presenter: { id: id(n), text } } : item,
    );
  const proposed = (n: number, text: string): MeetingEvent => ({
    type: 'agenda.proposed',
    proposalId: id(n + 50),
    items: presenting(n, text),
    by: who.chair,
  });
  const log: MeetingEvent[] = [
    ...opened(),
    proposed(811, 'Nama participant'),
    { type: 'agenda.withdrawn', proposalId: id(861) },
    { type: 'agenda.adopted', version: 2, items: presenting(812, 'Nama participant') },
    renamed,
    { type: 'agenda.adopted', version: 3, items: presenting(813, 'Siti Aminah') },
    proposed(814, 'Nama participant'),
    proposed(815, 'Orang lain'),
  ];

  test('[P8] takes every name they had, wherever an agenda or a proposal named them', () => {
    const { events, meeting } = given(...log).when({ type: 'person.erase', personId }, { by: personId });
    const [erased] = events;
    if (erased?.type !== 'person.erased') throw new Error('not erased');
    const named = [811, 812, 813, 814].map((n) => id(n));
    expect([...erased.wordsIds].sort()).toEqual([name.id, address.id, siti.id, ibu.id, ...named].sort());
    for (const text of ['Nama participant', 'Siti Aminah', 'Gelar participant']) {
      expect(JSON.stringify([meeting, eraseWords(log, new Set(erased.wordsIds))])).not.toContain(text);
    }
    expect(JSON.stringify(meeting)).toContain('Orang lain');
    expect(fold(eraseWords([...log, ...events], new Set(erased.wordsIds))).status).toBe('planned');
  });

  test('[P8] names no words twice', () => {
    const back: MeetingEvent = {
      type: 'person.renamed',
      personId,
      name: siti,
      address: { id: id(803), text: '' },
    };
    const { events } = given(...opened(), renamed, back).when({ type: 'person.erase', personId });
    const [erased] = events;
    if (erased?.type !== 'person.erased') throw new Error('not erased');
    expect(new Set(erased.wordsIds).size).toBe(erased.wordsIds.length);
    expect(erased.wordsIds).toContain(ibu.id);
  });
});
