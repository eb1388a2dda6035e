// The addresses of the client. A page is a line here and a line in pages.ts. What stands after `#` is never part of a route: it
// may be a secret (personal links), is left as it is, and is read only by the page that exchanges it.
export const routes = {
  landing: '/',
  join: '/join',
  link: '/l',
  privacy: '/privacy',
  demo: '/demo',
  newCoalition: '/new',
  coalition: '/c/:coalitionId',
  plan: '/c/:coalitionId/plan',
  meeting: '/m/:meetingId',
  script: '/m/:meetingId/script',
  gallery: '/gallery',
} as const;

export type RouteName = keyof typeof routes;
