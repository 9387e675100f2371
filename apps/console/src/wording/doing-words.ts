interface DoingWords {
  readonly title: string;
  readonly what: string;
  /** Once it is done. */
  readonly done: string;
}

/** What is done about a case beside its steps. */
export const doingWords: Readonly<Record<string, DoingWords>> = {
  collect: {
    title: 'Ask every source what it holds',
    what: 'Each source of this right is asked. Those that were asked already are not asked again.',
    done: 'Every source is being asked.',
  },
  'erase-at-sources': {
    title: 'Have the sources erase what they hold',
    what: 'Nothing is erased before somebody else approves it, the waiting period is over, and no other case of the person needs the data (DPA 2018 s.173).',
    done: 'The erasure waits for its approval.',
  },
  'approve-erasure-at-sources': {
    title: 'Approve that the sources erase',
    what: 'What they erase is gone. Look at the case before you approve.',
    done: 'The erasure is approved.',
  },
  'build-package': {
    title: 'Build the copy of the data',
    what: 'What was collected and reviewed becomes one copy in every format. Going on elsewhere does not stop it.',
    done: 'The copy is being built.',
  },
  'prepare-delivery': {
    title: 'Prepare how the copy reaches the person',
    what: 'The newest copy goes by a link in the answer, or by post. Nothing goes out before the case is answered.',
    done: 'The delivery is prepared. Choose it when you answer.',
  },
};
