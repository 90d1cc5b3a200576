import { expect, it } from 'vitest';
import { watchConnection } from './connection-store.ts';

const vault = 'https://vault.example/';
const authority = 'https://authority.example/';

function open() {
  const browser = Object.assign(new EventTarget(), { navigator: { onLine: true } });
  const connection = watchConnection(browser as unknown as Window, [vault, authority]);
  let changes = 0;
  connection.subscribe(() => changes++);
  return { browser, connection, changes: () => changes };
}

it('is offline when the browser says so', () => {
  const { browser, connection, changes } = open();
  browser.navigator.onLine = false;
  browser.dispatchEvent(new Event('offline'));
  expect(connection.offlineSince).toBeInstanceOf(Date);
  browser.navigator.onLine = true;
  browser.dispatchEvent(new Event('online'));
  expect(connection.offlineSince).toBeUndefined();
  expect(changes()).toBe(2);
});

it('is offline when neither service answers, not when one does not', () => {
  const { connection } = open();
  connection.tell(`${vault}card`, false);
  expect(connection.offlineSince).toBeUndefined();
  connection.tell(`${authority}query`, false);
  expect(connection.offlineSince).toBeInstanceOf(Date);
  connection.tell(`${authority}query`, true);
  expect(connection.offlineSince).toBeUndefined();
});
