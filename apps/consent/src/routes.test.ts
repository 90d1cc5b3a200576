import { describe, expect, it } from 'vitest';
import { matchRoute, pathTo, type RouteName, routes, shortId } from './routes.tsx';

describe('matchRoute', () => {
  it.each(Object.keys(routes) as RouteName[])('finds %s at its own address', (name) => {
    const id = routes[name].includes(':id') ? 'a b/ü' : '';
    expect(matchRoute(pathTo(name, id))).toEqual({ name, id });
  });

  it('does not mind a slash at the end', () => {
    expect(matchRoute('/vragen/')).toEqual({ name: 'requests', id: '' });
  });

  it.each(['/niets', '/vragen/a/b', '/vragen/%E0%A4%A'])('finds no page at %s', (path) => {
    expect(matchRoute(path)).toBeUndefined();
  });
});

it('shortens the id of a credential to its last part', () => {
  expect(shortId('https://authority.example/vc/4f0c')).toBe('4f0c');
});
