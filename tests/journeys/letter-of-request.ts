/** A name that nobody bears, so that a search for it finds every place it has leaked to. */
export const canary = 'Quillon Marrowbone';
export const canaryWords = 'every photograph of my grandmother’s sarsaparilla stall';

/** What a person sent, as the API takes it; a journey changes what it is about. */
export function requestBody(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    rights: ['access'],
    channel: 'email',
    receivedOn: '2036-03-31',
    words: `I ask for a copy of ${canaryWords}.`,
    subject: { name: canary, email: 'quillon@marrowbone.example' },
    ...changes,
  };
}
