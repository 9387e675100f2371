import { type CaughtLetter, freePorts, until } from '@duly/infra';
import type { MailCatcher } from '@duly/infra/mail-catcher';

export interface TestMail extends Omit<MailCatcher, 'smtpPort'> {
  readonly host: string;
  readonly port: number;
  /** Waits until a caught letter fits, and answers with it. @throws Error after the seconds given. */
  letter(fits: (letter: CaughtLetter) => boolean, seconds?: number): Promise<CaughtLetter>;
}

/** An SMTP server of this spec's own, which keeps its letters in memory. */
export async function testMail(): Promise<TestMail> {
  const [smtpPort = 0, pagePort = 0] = await freePorts(2);
  const { startMailCatcher } = await import('@duly/infra/mail-catcher');
  const { smtpPort: port, ...catcher } = await startMailCatcher({ smtpPort, pagePort });
  return {
    ...catcher,
    host: '127.0.0.1',
    port,
    letter: (fits, seconds = 20) =>
      until('The letter that was waited for', seconds, () => catcher.letters().find(fits)),
  };
}
