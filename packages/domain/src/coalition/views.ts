/** Questions that pages and other rules ask of a coalition. */
import type { CoalitionSnapshot } from '../context';
import type { FoundedCoalition } from './evolve';

/** What a meeting copies when it is planned, so that later changes of the coalition do not reach into it. */
export function snapshotOf(state: FoundedCoalition): CoalitionSnapshot {
  return {
    coalitionId: state.coalitionId,
    name: state.name,
    form: state.form,
    chamberSets: state.chamberSets,
    partners: Object.values(state.partners).map(({ id, name, mark, colour, chamber, weight }) => ({
      id,
      name,
      mark,
      colour,
      chamber,
      weight,
    })),
  };
}
