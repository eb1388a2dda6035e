/** A goal lives with its coalition: locked in one meeting, it is opened as its next version in another, and in one only. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addClause, clauseText, readGoal } from '@mufakat/shared-docs';
import * as Y from 'yjs';
import { gather, planAnother, type Gathering } from '../harness/coalition';
import { newId } from '../harness/person';
import { ServerProcess } from '../harness/server-process';
import { stockClient, type StockClient } from '../harness/stock-client';
import { eventually } from '../harness/eventually';

let server: ServerProcess;
let founding: Gathering;

beforeAll(async () => {
  server = await ServerProcess.start();
  founding = await gather(server.url);
  await founding.chair.do({ type: 'meeting.open' });
});

afterAll(async () => {
  founding.chair.close();
  await server.dispose();
});

function write(client: StockClient, clauseId: string, language: 'id' | 'en', text: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  clauseText(client.doc, clauseId, language).insert(0, [paragraph]);
}

test('drafted, locked, carried to the next meetings, and opened again in one of them', async () => {
  const { chair } = founding;
  await chair.do({ type: 'goal.draft', title: 'Guru di setiap kelas', languages: ['id', 'en'] });
  const goalId = Object.keys(chair.meeting.goals)[0] ?? '';
  const writer = stockClient(server.url, `goal/${goalId}`, { cookie: chair.cookie });
  await writer.synced();
  const clauseId = newId();
  addClause(writer.doc, clauseId);
  write(writer, clauseId, 'id', 'Setiap kelas ada gurunya.');
  await eventually(async () => {
    expect(await chair.command({ type: 'goal.freeze', goalId })).toEqual({
      ok: false,
      code: 'clause_untranslated',
    });
  });
  write(writer, clauseId, 'en', 'Every class has its teacher.');
  await eventually(async () => {
    expect((await chair.command({ type: 'goal.freeze', goalId })).ok).toBe(true);
  });
  await chair.until(() => chair.meeting.goals[goalId]?.text.status === 'frozen');
  const { text } = chair.meeting.goals[goalId]!;
  expect(text).toMatchObject({ status: 'frozen', clauses: [{ id: clauseId }] });

  const second = await planAnother(founding, server.url);
  const third = await planAnother(founding, server.url);
  for (const meeting of [second, third]) {
    expect(meeting.meeting.goals[goalId]).toMatchObject({ version: 1, home: 'elsewhere', text });
    await meeting.do({ type: 'meeting.open' });
  }
  await second.do({ type: 'goal.reopen', goalId, reason: 'Sasaran berubah' });
  for (const late of [third, chair]) {
    expect(await late.command({ type: 'goal.reopen', goalId, reason: 'Saya juga' })).toEqual({
      ok: false,
      code: 'goal_elsewhere',
    });
  }
  writer.close();
  const here = stockClient(server.url, `goal/${goalId}`, { cookie: second.cookie });
  await here.synced();
  expect(readGoal(here.doc)).toEqual([{ id: clauseId }]);
  write(here, clauseId, 'id', 'Juga pada musim panen.');
  await eventually(async () => {
    expect((await second.command({ type: 'goal.freeze', goalId })).ok).toBe(true);
  });
  await second.until(() => second.meeting.goals[goalId]?.text.status === 'frozen');
  expect(second.meeting.goals[goalId]).toMatchObject({ version: 2, home: 'here' });
  const fourth = await planAnother(founding, server.url);
  expect(fourth.meeting.goals[goalId]).toMatchObject({ version: 2, home: 'elsewhere' });
  here.close();
  for (const person of [second, third, fourth]) person.close();
});
