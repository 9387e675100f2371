interface DoingWords {
  readonly title: string;
  readonly what: string;
  readonly rule?: string;
  /** On the button, where it is not “Do it”. */
  readonly button?: string;
  /** Once it is done. */
  readonly done: string;
}

/** What is done about a case beside its steps, and about packages that other controllers sent. */
export const doingWords: Readonly<Record<string, DoingWords>> = {
  collect: {
    title: 'Ask every source what it holds',
    what: 'Each source of this right is asked. Those that were asked already are not asked again.',
    done: 'Every source is being asked.',
  },
  'set-source-aside': {
    title: 'Go on without a source',
    what: 'It is asked no more for this case. Search only as far as is reasonable and proportionate, and say here why it is.',
    rule: 'Art 15(1A)',
    done: 'The source is set aside.',
  },
  'ask-source-again': {
    title: 'Ask a source again',
    what: 'It has answered, or was set aside. It is asked anew, and what it has sent before stays here.',
    done: 'The source is being asked again.',
  },
  'erase-at-sources': {
    title: 'Have the sources erase what they hold',
    what: 'Nothing is erased before somebody else approves it, the waiting period is over, and no other case of the person needs the data.',
    rule: 'DPA 2018 s.173',
    done: 'The erasure waits for its approval.',
  },
  'approve-erasure-at-sources': {
    title: 'Approve that the sources erase',
    what: 'What they erase is gone. Look at the case before you approve.',
    rule: 'Art 17(1)',
    done: 'The erasure is approved.',
  },
  'build-package': {
    title: 'Build the copy of the data',
    what: 'What was collected and reviewed becomes one copy in every format. Going on elsewhere does not stop it.',
    rule: 'Art 15(3)',
    done: 'The copy is being built.',
  },
  'tell-password': {
    title: 'Show the password of the copy',
    what: 'It is shown to you alone, and that you saw it is in the audit log. Tell it to the person another way than the copy goes.',
    rule: 'Art 32(1)',
    button: 'Show it',
    done: 'Tell it by telephone or by post, never with the copy. It is not kept on this page.',
  },
  'prepare-delivery': {
    title: 'Prepare how the copy reaches the person',
    what: 'The newest copy goes by a link in the answer, by post, or straight to another controller. Nothing goes out before the case is answered.',
    rule: 'Art 12(1)',
    done: 'The delivery is prepared. Choose it when you answer.',
  },
  'renew-delivery': {
    title: 'Send a new link',
    what: 'A letter with a new link goes to the person by e-mail. It says until when the link is good, and that earlier links have ended. The copy is not built again.',
    rule: 'Art 12(2)',
    done: 'A new link is on its way. If it wants a code, tell the person a new one.',
  },
  'tell-code': {
    title: 'Show a new code for the link',
    what: 'A new code is made and shown to you once; every earlier code ends, and a locked link opens again. Make sure who is on the telephone before you tell it.',
    rule: 'Art 32(1)',
    button: 'Show a new code',
    done: 'Tell it by telephone or by post, never with the link. If you come back to this page, another code is made.',
  },
  'record-posted': {
    title: 'Record that the copy was posted',
    what: 'Record it on the day the parcel leaves, with its number if it has one.',
    rule: 'Art 12(3)',
    done: 'The posting is recorded.',
  },
  'begin-transfer': {
    title: 'Send the copy straight to the other controller',
    what: 'The copy goes at once, over a connection that only that controller can open. If it had failed before, it begins anew.',
    rule: 'Art 20(2)',
    done: 'The copy is on its way. This page shows how far it is.',
  },
  'add-document': {
    title: 'Add a document',
    what: 'It is scanned before anybody can open it. It belongs to this case, and is erased with it.',
    button: 'Add it',
    done: 'The document is kept, and waits for its scan.',
  },
  'remove-document': {
    title: 'Remove a document',
    what: 'What it holds is destroyed and cannot be had back. That it was here, and why it is gone, stays on record.',
    rule: 'Art 5(1)(c)',
    done: 'The document is gone.',
  },
  'stop-marketing-to': {
    title: 'Put another address or number on the list',
    what: 'No marketing may go to it from this moment on. Name at least one.',
    rule: 'Art 21(3)',
    done: 'It is on the list of those who get no marketing.',
  },
  'mark-item': {
    title: 'Say what becomes of an item',
    what: 'Everything that goes out is looked at by a person first. Leave out no more than the reason covers.',
    rule: 'Art 15(4)',
    done: 'The item is marked.',
  },
  'judge-item': {
    title: 'Say whether an item is kept',
    what: 'Keep what you need for what the person wants of you, and nothing else. What tells of other people is kept for the person alone.',
    rule: 'Art 5(1)(c)',
    done: 'It is noted. You may say it anew until the package is decided.',
  },
  'accept-incoming': {
    title: 'Take the package over',
    what: 'What you keep lies by itself, and the rest is destroyed. A letter tells the person what you use it for.',
    rule: 'Art 20(1)',
    done: 'The package is taken over, and the person is told.',
  },
  'reject-incoming': {
    title: 'Take nothing of the package',
    what: 'All of it is destroyed. A letter tells the person why.',
    rule: 'Art 5(1)(c)',
    done: 'The package is destroyed, and the person is told.',
  },
  'may-i-market': {
    title: 'Ask whether marketing may be sent to somebody',
    what: 'Fill in at least one. It is a question only: nothing of it is kept or logged.',
    rule: 'Art 21(3)',
    button: 'Ask',
    done: '',
  },
};
