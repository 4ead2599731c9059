import assert from 'node:assert/strict';
import type { Client } from '../../server/live/support/client.ts';
import { openHouse, type House, type HouseOptions, type Said } from './house.ts';

export const TENANT = 'acme';
/** Stands in every internal text of a scene, whoever wrote it and wherever. */
export const SECRET = 'zwhisperz';

/** A conversation in which everything internal that there is has been written. */
export interface Scene {
  readonly house: House;
  readonly conversation: string;
  /** The customer's token for it. */
  readonly token: string;
  /** The customer's open tab. */
  readonly tab: Client;
  /** As a person of the directory. */
  as(person: string, method: string, path: string, body?: object): Promise<Said>;
  /** As the integration with every right. */
  crm(method: string, path: string, body?: object): Promise<Said>;
  /** `/v1/conversations/<the conversation><rest>` */
  path(rest?: string): string;
  note(person: string, text?: string, id?: string): Promise<Said>;
  say(person: string, text: string): Promise<Said>;
  /** Everything that any of the customer's tabs received since the scene began. */
  heard(): string;
  /** A new tab of the customer, welcomed. */
  reopen(hello?: object): Promise<Client>;
}

/** Opens a house and a chat in it: Ana holds it, Ines consults, Jonas watches; all of them have written internally. */
export async function openScene(options: HouseOptions = {}): Promise<Scene & { close(): Promise<void> }> {
  const house = await openHouse(options);
  const ana = await house.panel(TENANT, 'ana', { desk: true });
  const ben = await house.panel(TENANT, 'ben', { desk: true });
  await house.settle();
  const started = await house.call(undefined, 'POST', '/v1/chat', { body: { customer: { name: 'Marta Olsen' } } });
  const conversation = String(started.json['conversation']);
  const token = String(started.json['token']);
  const tabs: Client[] = [];
  const made = { count: 0 };
  const path = (rest = ''): string => `/v1/conversations/${conversation}${rest}`;
  const as: Scene['as'] = async (person, method, to, body) =>
    house.call(await house.token(TENANT, person), method, to, body === undefined ? {} : { body });
  const write = (person: string, plane: string, text: string, id = `w-${++made.count}`): Promise<Said> =>
    as(person, 'POST', path('/messages'), { id, text, plane });
  const reopen: Scene['reopen'] = async (hello = {}) => {
    const tab = await house.tab(token, hello);
    tabs.push(tab);
    await house.settle();
    return tab;
  };
  const scene: Scene = {
    house,
    conversation,
    token,
    tab: await reopen(),
    as,
    crm: (method, to, body) => house.call(house.key(TENANT), method, to, body === undefined ? {} : { body }),
    path,
    note: (person, text = `${SECRET} ${++made.count}`, id) => write(person, 'internal', text, id),
    say: (person, text) => write(person, 'public', text),
    heard: () => tabs.flatMap(({ texts }) => texts).join('\n'),
    reopen,
  };
  await done(as('ines', 'POST', path('/assign'), { agent: 'ana', override: { reason: SECRET } }));
  await done(as('ana', 'POST', path('/accept'), {}));
  scene.tab.send({ type: 'say', id: 'hello', text: 'Where is my parcel?' });
  await done(scene.say('ana', 'I am looking for it.'));
  await done(as('ines', 'POST', path('/join'), {}));
  const watching = await house.panel(TENANT, 'jonas');
  watching.send({ type: 'subscribe', id: 'w', topic: { kind: 'conversation', conversation } });
  await watching.type('conversation', 'w');
  await done(scene.note('ana'));
  await done(scene.note('ines'));
  ana.send({ type: 'typing', conversation, plane: 'internal' });
  ben.send({ type: 'subscribe', id: 'n', topic: { kind: 'conversation', conversation } });
  await house.settle();
  return { ...scene, close: () => house.close() };
}

/** The answer of something that must have been carried out. */
export async function done(asked: Promise<Said>): Promise<Said> {
  const said = await asked;
  assert.ok(said.status < 300, `${said.status} ${said.text}`);
  return said;
}
