import { signatureHeaders } from '@duly/courier';
import { askTokenOf } from '@duly/register';
import { toldToSystem, type Asker } from './collection-room.js';

const least = 200;
const beyond = 300;

/** By a signed message (Standard Webhooks): the same id at each try of the same occasion. */
export const askWebhook: Asker = async (room, asking) => {
  const { ask, at, chase } = asking;
  const { terms, sourceId, secret, earlierSecret, askId, round } = ask;
  if (terms.kind !== 'webhook' || secret === null) return { kind: 'failed', because: 'no-secret' };
  const told = await toldToSystem(room, asking, await askTokenOf(room.vault, ask));
  const type = chase === 0 ? 'source.asked' : 'source.reminded';
  const body = JSON.stringify({ type, timestamp: at, data: told });
  const sealed = earlierSecret === null ? [secret] : [secret, earlierSecret];
  const secrets = await Promise.all(sealed.map(one => room.vault.openOwn('source secret', sourceId, one)));
  const message = { id: `ask_${askId}_${round}_${chase}`, at: new Date(), body };
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Duly',
    ...signatureHeaders(message, secrets),
  };
  const called = await room.courier.call({ url: terms.url, headers, body });
  if (called.kind === 'failed') return { kind: 'failed', because: called.because };
  return called.status >= least && called.status < beyond
    ? { kind: 'asked' }
    : { kind: 'failed', because: `answered-${called.status}` };
};
