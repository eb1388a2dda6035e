/** In which capacity minutes are signed. Apart from schemas.ts, so that a page which only reads minutes loads no schemas. */
export const capacities = ['chair', 'secretary', 'witness'] as const;
export type Capacity = (typeof capacities)[number];
