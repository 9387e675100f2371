import type { AskForAuthority } from '../commands.js';
import { receipt } from '../what-happened.js';
import { given, refused, type Judgement, type Judging } from './judging.js';
import { refuseSecondAsk } from './second-ask.js';

const cite = 'ICO right of access guidance, 8 December 2025 (R22)';

/** R22 — somebody who asks for another person may be asked to show that they may. */
export function askForAuthority({ file }: Judging, { words, occasion }: AskForAuthority): Judgement {
  if (!receipt(file).people.requester) {
    return refused(
      'nobody-acts-for-the-person',
      cite,
      {
        message: 'The person asks for themselves, so there is no authority to ask for.',
        remedy: 'Ask for identity where there are reasonable doubts, or name the requester on the request.',
      },
      {},
    );
  }
  return (
    refuseSecondAsk(file, 'authority') ?? [
      { type: 'AuthorityAskDecided', cite, words, ...given('occasion', occasion) },
    ]
  );
}
