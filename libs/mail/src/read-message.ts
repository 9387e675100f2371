import PostalMime from 'postal-mime';

/** A letter as its reader sees it. */
export interface MessageRead {
  readonly subject: string;
  readonly text: string;
  /** Absent of a letter that is plain text alone. */
  readonly html?: string;
}

/** Reads what {@link buildMessage} built: the same words, with one line's end at the end of the text. */
export async function readMessage(bytes: Uint8Array): Promise<MessageRead> {
  const { subject = '', text = '', html } = await PostalMime.parse(bytes);
  return {
    subject,
    text: `${text.replaceAll('\r\n', '\n').trimEnd()}\n`,
    ...(html !== undefined && { html }),
  };
}
