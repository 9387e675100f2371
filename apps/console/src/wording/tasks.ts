import type { TaskView } from '@duly/api-contract';

interface TaskWords {
  /** What to do. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
}

export const taskWords: Readonly<Record<TaskView['kind'], TaskWords>> = {
  'decide-enquiry': {
    what: 'Decide whether this is a request',
    why: 'Its month runs from the day it came, should it be one.',
  },
  'list-objector': {
    what: 'Put the person on the list of those who are not to be marketed to',
    why: 'Marketing to them must stop.',
  },
  assess: {
    what: 'Read the request and decide what it needs',
    why: 'What else has to be done follows from it, and the month may be running already.',
  },
  collect: {
    what: 'Collect what we hold about the person',
    why: 'There is nothing to answer with until this is done.',
  },
  review: { what: 'Review what is to be sent', why: 'A word about somebody else may be in it.' },
  'check-identity': {
    what: 'Check who is asking',
    why: 'They have sent what we asked for, and are waiting for us to look at it.',
  },
  approve: { what: 'Approve or decline a step', why: 'It is not taken until a second person agrees.' },
  'post-a-letter': {
    what: 'Print and post a letter',
    why: 'It counts only from the day on which it is given.',
  },
  'decide-abandonment': {
    what: 'Decide whether to close a case that has had no reply',
    why: 'The person was told that it may be closed.',
  },
  alarm: { what: 'This case is late, or about to be', why: 'The person has a right to their answer now.' },
  'tell-recipient': {
    what: 'Tell somebody we gave the data to',
    why: 'They must be told of what was corrected, erased or restricted.',
  },
  'handle-complaint': { what: 'Look into a complaint', why: 'The person must be told what came of it.' },
  'tell-progress': {
    what: 'Tell the person how their complaint goes',
    why: 'They must not be left waiting in the dark.',
  },
  escalation: { what: 'Somebody has asked for your help', why: 'They cannot go on without it.' },
  'check-reply': {
    what: 'Read an automatic reply to a letter',
    why: 'The person may not have seen our letter.',
  },
  'tell-code': {
    what: 'Tell the person the code for their copy',
    why: 'Their link opens only with it, and it must go another way than the link.',
  },
  'unlock-delivery': {
    what: 'Give the person a new code',
    why: 'The wrong code was given too often, so their link is locked.',
  },
  'post-package': {
    what: 'Post the copy of the data',
    why: 'The person has asked for it on paper or on a disk.',
  },
  'offer-copy': {
    what: 'Send the copy to the person by a link',
    why: 'The other organisation has not taken it, and the person must have it in time.',
  },
};
