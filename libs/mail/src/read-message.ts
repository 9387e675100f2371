import PostalMime from 'postal-mime';

/** A letter as its reader sees it. */
export interface MessageRead {
  readonly subject: string;
  readonly text: string;
  /** Absent of a letter that is plain text alone. */
  readonly html?: string;
}

/** Reads what {@link buildMessage} built: the same words, with one line's end at the end. */
export async function readMessage(bytes: Uint8Array): Promise<MessageRead> {
  const { subject = '', text = '', html } = await PostalMime.parse(bytes);
  // A part of a message ends with a line's end of its own, which is not its content's.
  const own = (part: string): string => `${part.replaceAll('\r\n', '\n').trimEnd()}\n`;
  return { subject, text: own(text), ...(html !== undefined && { html: own(html) }) };
}
