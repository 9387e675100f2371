import { buildMessage } from '@duly/mail';
import { renderInside } from '@duly/notices';
import type { Asker } from './collection-room.js';

/** By a letter to the team, which answers in the case; the same bytes under one Message-ID, should it come twice. */
export const askTeam: Asker = async (room, { ask, at, chase }) => {
  const { terms, askId, round, caseId, title, purpose } = ask;
  if (terms.kind !== 'task') return { kind: 'failed', because: 'not-a-task' };
  const read = await room.register.cases.byId(caseId);
  if (read.kind !== 'found') return { kind: 'failed', because: 'no-such-case' };
  const { reference, planBy } = read.found;
  const { post, organisation, from, replyTo, signature } = room.letters;
  const { subject, text, html, language } = renderInside('source-ask', {
    organisation,
    title,
    reference,
    purpose,
    planBy,
    isReminder: chase > 0,
  });
  const messageHash = await room.vault.keyedHash('message id', `source ask ${askId} ${round} ${chase}`);
  const to = { name: title, address: terms.email };
  const content = { subject, text, html, language, from, to, replyTo, at, messageHash };
  const message = await buildMessage(content, signature);
  const sent = await post.send({ from: from.address, to: terms.email }, message.bytes, 'later');
  // Unknown may have arrived: the reminder comes in its time, and nothing is sent twice at once.
  if (sent.result === 'accepted' || sent.result === 'unknown') return { kind: 'asked' };
  return { kind: 'failed', because: `letter-${sent.result}` };
};
