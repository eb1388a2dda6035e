/**
 * Borda, in half points: an option gets two for each that it is put before and one for each that it shares a place with.
 * Sources: J.-C. de Borda, "Mémoire sur les élections au scrutin" (1781); for short ballots of the third kind P. Emerson, "The original
 * Borda count and partial voting" (2013).
 */
import { countsOf, indexes, papersOf, type RankedPoll, type Ranking } from './papers';
import { byMost, places } from './places';

export type BordaPoll = RankedPoll & { unrankedPoints: 'average' | 'zero' | 'modified' };

export function borda(poll: BordaPoll) {
  const says = ({ ranking }: { ranking: Ranking }): boolean => ranking.flat().length > 0;
  const papers = papersOf(poll.ballots).filter(says);
  const halves = indexes(poll).map((option) => {
    let points = 0;
    for (const { ranking } of papers) points += halvesOf(poll, ranking, option);
    return points;
  });
  return {
    counts: countsOf(poll.ballots, says),
    ...places(
      poll,
      byMost(poll, (option) => halves[option] ?? 0),
      () => papers.length > 0,
    ),
    points: halves.map((each) => (each % 2 === 0 ? `${each / 2}` : `${(each - 1) / 2}.5`)),
  };
}

function halvesOf(poll: BordaPoll, ranking: Ranking, option: number): number {
  const ranked = ranking.flat();
  const rank = ranking.findIndex((each) => each.includes(option));
  if (rank < 0 && poll.unrankedPoints !== 'average') return 0;
  const placeOf = (other: number): number => {
    const place = ranking.findIndex((each) => each.includes(other));
    return place < 0 ? ranking.length : place;
  };
  let points = 0;
  for (const other of indexes(poll)) {
    if (other === option) continue;
    // Among those ranked alone, whoever comes last still gets one.
    if (poll.unrankedPoints === 'modified' && !ranked.includes(other)) continue;
    if (placeOf(option) < placeOf(other)) points += 2;
    else if (placeOf(option) === placeOf(other)) points += 1;
  }
  return poll.unrankedPoints === 'modified' ? points + 2 : points;
}
