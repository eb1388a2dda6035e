/** The ballot box: one ballot for each poll and voter, and one row for each poll that cast and close share. */
import type { AppendAnswer, AppendRequest, BallotRow, CastAnswer, CastRequest } from '../ports';
import { jsonText } from '../stored-text';
import { jsonOf, textOf, wordOf } from './row';
import { prepareAll, type Database, type Row } from './statement';

const SQL = {
  box: 'SELECT stream, status, deadline FROM boxes WHERE poll_id = ?',
  hasGiven: 'SELECT 1 AS given FROM ballots WHERE poll_id = ? AND voter = ?',
  overdue: `SELECT stream, poll_id FROM boxes WHERE status = 'open' AND deadline IS NOT NULL AND deadline <= ? ORDER BY deadline, poll_id`,
  next: `SELECT min(deadline) AS deadline FROM boxes WHERE status = 'open' AND deadline IS NOT NULL`,
  close: `UPDATE boxes SET status = 'closed' WHERE poll_id = ?`,
  id: 'SELECT poll_id, voter FROM ballot_ids WHERE id = ?',
  addId: 'INSERT INTO ballot_ids (id, poll_id, voter) VALUES (?, ?, ?)',
  put:
    'INSERT INTO ballots (poll_id, voter, cast_by, choice, at) VALUES (?, ?, ?, ?, ?) ' +
    'ON CONFLICT (poll_id, voter) DO UPDATE ' +
    'SET cast_by = excluded.cast_by, choice = excluded.choice, at = excluded.at',
  published: 'SELECT published FROM boxes WHERE poll_id = ? AND published IS NOT NULL',
  ballots: 'SELECT voter, cast_by, choice FROM ballots WHERE poll_id = ? ORDER BY voter',
};

export type CloseAnswer = AppendAnswer | { status: 'unknown' | 'closed' | 'left' };

export function ballotTables(db: Database, append: (request: AppendRequest) => AppendAnswer) {
  const sql = prepareAll(db, SQL);

  function findBox(pollId: string): { stream: string; status: 'open' | 'closed' } | null {
    const row = sql.box.get([pollId]);
    return row ? { stream: textOf(row, 'stream'), status: wordOf(row, 'status', ['open', 'closed']) } : null;
  }

  function status(pollId: string): 'open' | 'closed' | 'unknown' {
    return findBox(pollId)?.status ?? 'unknown';
  }

  /** Why an open box does not take this ballot, which it has not had before. */
  function obstacle({ pollId, voter, at, now, once }: CastRequest): 'late' | 'given' | null {
    const deadline = sql.box.get([pollId])?.['deadline'];
    if (typeof deadline === 'number' && (now?.() ?? at) >= deadline) return 'late';
    return once && sql.hasGiven.get([pollId, voter]) ? 'given' : null;
  }

  function readBallots(pollId: string): BallotRow[] {
    return sql.ballots.all([pollId]).map(ballotOf);
  }

  function readPublished(pollId: string): unknown[] {
    const row = sql.published.get([pollId]);
    const published = row ? jsonOf(row, 'published') : [];
    return Array.isArray(published) ? published : [];
  }

  function castBallot(request: CastRequest): CastAnswer {
    const { pollId, ballotId, voter, castBy, choice, at } = request;
    const box = status(pollId);
    if (box === 'unknown') return box;
    const used = sql.id.get([ballotId]);
    if (used) return isOf(used, request) ? 'repeated' : 'id-used';
    if (box === 'closed') return box;
    const refusal = obstacle(request);
    if (refusal) return refusal;
    sql.addId.run([ballotId, pollId, voter]);
    sql.put.run([pollId, voter, castBy, jsonText(choice), at]);
    return 'stored';
  }

  function closeBox(
    pollId: string,
    finish: (ballots: readonly BallotRow[]) => AppendRequest | null,
  ): CloseAnswer {
    const box = status(pollId);
    if (box !== 'open') return { status: box };
    const request = finish(readBallots(pollId));
    if (!request) return { status: 'left' };
    const answer = append(request);
    if (answer.status === 'stored') sql.close.run([pollId]);
    return answer;
  }

  return {
    castBallot,
    closeBox,
    readBallots,
    readPublished,
    findBox,
    overdueBoxes: (now: number) =>
      sql.overdue
        .all([now])
        .map((row) => ({ stream: textOf(row, 'stream'), pollId: textOf(row, 'poll_id') })),
    nextDeadline(): number | null {
      const deadline = sql.next.get([])?.['deadline'];
      return typeof deadline === 'number' ? deadline : null;
    },
  };
}

function isOf(used: Row, { pollId, voter }: CastRequest): boolean {
  return textOf(used, 'poll_id') === pollId && textOf(used, 'voter') === voter;
}

function ballotOf(row: Row): BallotRow {
  return { voter: textOf(row, 'voter'), castBy: textOf(row, 'cast_by'), choice: jsonOf(row, 'choice') };
}
