import type { LetterOrder } from '@duly/case';
import type { Post } from '@duly/mail';
import { anOffice, firstStep, on, time, type GivenOffice } from '../worker.given.js';
import { recordStep } from './record-step.js';
import { sendLetter } from './send-letter.js';
import { accepted, answering, event, theLetter, unknown } from './sending.given.js';

let office: GivenOffice;
beforeAll(async () => {
  office = await anOffice();
});
afterAll(() => office.stop());

const send = (order: LetterOrder, post: Post) => sendLetter(order, office.room(post), time);

describe('a letter to staff', () => {
  const reminder = event('ReminderDue', { to: 'handler', forDate: on('2036-04-30'), daysBefore: 7 });

  it('goes to the fallback address while nobody has the case, and then to its handler', async () => {
    const { request } = await theLetter(office);
    const [opening] = request.openings;
    if (!opening) throw new Error('two cases');
    await recordStep(
      {
        ...firstStep(opening),
        tasks: {
          opened: [{ taskId: `${opening.caseId}.t`, kind: 'assess', openedBy: 1, about: 1 }],
          ended: [],
        },
      },
      office.register,
      office.vault,
    );
    const { post, given } = answering(accepted);
    for (const order of request.ordered(reminder)) await send(order, post);
    await office.register.staff.signedIn({
      staffId: 'harriet',
      name: 'Harriet',
      email: 'harriet@council.example',
    });
    await office.register.tasks.claim(`${opening.caseId}.t`, 'harriet');
    for (const order of request.ordered({ ...reminder, number: 3 })) await send(order, post);
    expect(given.map(one => one.to)).toEqual(['data.protection@council.example', 'harriet@council.example']);
    expect(JSON.stringify(given)).not.toMatch(/canary/i);
  });

  it('is not sent again when nobody knows its end', async () => {
    const { request } = await theLetter(office);
    const [order] = request.ordered(reminder);
    const { post, given } = answering(unknown);
    expect(await send(order!, post)).toMatchObject({ outcome: 'unknown' });
    expect(given).toHaveLength(1);
  });
});
