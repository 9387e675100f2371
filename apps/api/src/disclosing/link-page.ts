import type { OpenedLink } from '@duly/register';

export type PageOf = OpenedLink['state'] | 'unknown';

/** What the page says; it names nobody, since a link may come into other hands. */
const said: Readonly<Record<Exclude<PageOf, 'open' | 'wrong-code'>, string>> = {
  unknown: 'There is nothing behind this link. Check that you have copied all of it.',
  expired: 'This link has expired. Ask us for a new one: reply to the letter that brought it.',
  'used-up':
    'This link has been used as often as it can be. Ask us for a new one if you need the copy again.',
  locked:
    'A wrong code was given too often, so this link is locked. We have been told, and will be in touch.',
  ended: 'This link no longer works. If we sent you a newer one, use that; else ask us.',
};

const style = `:root{color-scheme:light dark}body{font:1.2rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}
button,input{font:inherit;padding:.5rem 1rem;margin:.5rem 0}label{display:block}`;

const form = (
  { wantsCode }: Pick<OpenedLink, 'wantsCode'>,
  isWrong: boolean,
): string => `<p>Behind this page is the copy of data that was asked of us. Each fetching counts, so press the button only when you are ready to keep the file.</p>
${isWrong ? '<p role="alert"><strong>That code is not right.</strong> After a few wrong ones the link is locked.</p>' : ''}
<form method="post" action="">${wantsCode ? '<label for="code">The code that we told you</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="40">' : ''}
<p><button type="submit">Fetch the copy</button></p></form>
<p>Keep the file where only you can open it, and delete it when you no longer need it.</p>`;

/** The page behind a link. Without scripts, and with nothing of a person. */
export function linkPage(state: PageOf, link: Pick<OpenedLink, 'wantsCode'>): string {
  const body =
    state === 'open' || state === 'wrong-code' ? form(link, state === 'wrong-code') : `<p>${said[state]}</p>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>Your copy</title><style>${style}</style></head><body><main><h1>Your copy</h1>
${body}</main></body></html>
`;
}
