/** Addresses of the pages, in the citizen's language. `:id` is the last part of a credential's id. */
export const routes = {
  home: '/',
  facts: '/mijn-gegevens',
  report: '/mijn-gegevens/:id/melden',
  requests: '/vragen',
  request: '/vragen/:id',
  grants: '/wie-kan-wat-zien',
  grant: '/wie-kan-wat-zien/:id',
  stopGrant: '/wie-kan-wat-zien/:id/stoppen',
  askRight: '/uw-rechten/:id',
  lawfulAccess: '/op-grond-van-de-wet/:id',
  weighing: '/op-grond-van-de-wet/:id/afweging',
  object: '/op-grond-van-de-wet/:id/bezwaar',
  objections: '/bezwaren',
  objection: '/bezwaren/:id',
  correction: '/meldingen/:id',
  notices: '/nieuw',
  log: '/wat-is-bekeken',
  receipts: '/bewijzen',
  receipt: '/bewijzen/:id',
  help: '/uitleg',
  settings: '/instellingen',
  accessibility: '/toegankelijkheid',
  letter: '/brief',
  counterEntries: '/aan-de-balie',
  counter: '/balie',
  helpers: '/helpers',
  inviteHelper: '/helpers/uitnodigen',
  helper: '/helpers/:id',
  becomeHelper: '/helper-worden',
  represented: '/u-beslist-voor',
  ofAge: '/u-bent-18',
  elsewhere: '/vraag-van-elders',
} as const;
export type RouteName = keyof typeof routes;

/** Page of an address; `undefined` when there is none. */
export interface Match {
  readonly name: RouteName;
  readonly id: string;
}

/** Address of a page. */
export function pathTo(name: RouteName, id = ''): string {
  return routes[name].replace(':id', encodeURIComponent(id));
}

/** Finds the page of a path. */
export function matchRoute(pathname: string): Match | undefined {
  const asked = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
  for (const name of Object.keys(routes) as RouteName[]) {
    const pattern = new RegExp(`^${routes[name].replace(':id', '([^/]+)')}$`);
    const found = pattern.exec(asked);
    if (!found) continue;
    try {
      return { name, id: decodeURIComponent(found[1] ?? '') };
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** Last part of a credential's id: short enough for an address, unique at one authority. */
export function shortId(credentialId: string): string {
  return credentialId.slice(credentialId.lastIndexOf('/') + 1);
}
