/** What the page of whoever sends marketing says. */
export const marketingWords = {
  title: 'Marketing',
  stoppedTitle: 'Marketing may not be sent',
  freeTitle: 'Nobody has objected by these particulars',
  free: 'No objection is known under what you have filled in. Ask again before each mailing: an objection counts from the moment it comes.',
  stopped: (channels: readonly string[], since: string): string =>
    `The person has objected on ${since}. Stopped: ${channels.join(', ')}.`,
} as const;
