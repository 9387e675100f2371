import type { CaughtLetter } from './caught-letters.js';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (words: string): string => words.replace(/[&<>"']/g, sign => escapes[sign] ?? sign);

export const style = `
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #0b0c0c; background: #fff; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .5rem; border-bottom: 1px solid #b1b4b6; vertical-align: top; }
a { color: #1d70b8; } a:focus, iframe:focus { outline: 3px solid #fd0; outline-offset: 2px; }
dt { font-weight: bold; } dd { margin: 0 0 .5rem; } iframe { width: 100%; height: 32rem; border: 1px solid #505a5f; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #505a5f; padding: 1rem; }
`;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><link rel="stylesheet" href="/style.css"></head>
<body><main><h1>${escape(title)}</h1>
${body}
</main></body>
</html>
`;

const row = (letter: CaughtLetter): string => `<tr>
<td><a href="/letters/${letter.id}">${escape(letter.subject || 'No subject')}</a></td>
<td>${escape(letter.envelope.to.join(', '))}</td><td><time datetime="${letter.receivedAt}">${letter.receivedAt}</time></td>
</tr>`;

/** All letters, newest first. */
export function listPage(letters: readonly CaughtLetter[]): string {
  const rows = [...letters].reverse().map(row).join('\n');
  const table = `<table><caption>${letters.length} caught, newest first</caption>
<thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Caught (UTC)</th></tr></thead>
<tbody>${rows}</tbody></table>`;
  const empty =
    '<p>No letter has been sent yet. Letters leave for this page only: none reaches a real mailbox.</p>';
  return page('Letters', letters.length === 0 ? empty : table);
}

/** One letter: its text, and its HTML in a frame that can run nothing and reach nothing. */
export function letterPage(letter: CaughtLetter): string {
  const html = `<h2>As HTML</h2><iframe sandbox title="The letter as HTML" src="/letters/${letter.id}/html"></iframe>`;
  const lines = [
    ['From', letter.envelope.from],
    ['To', letter.envelope.to.join(', ')],
    ['Caught (UTC)', letter.receivedAt],
    ['Message-ID', letter.messageId ?? 'none'],
  ];
  return page(
    letter.subject || 'No subject',
    `<p><a href="/">All letters</a></p>
<dl>${lines.map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escape(value)}</dd>`).join('')}</dl>
<h2>As text</h2><pre>${escape(letter.text)}</pre>
${letter.html === undefined ? '<p>It has no HTML part.</p>' : html}
<p><a href="/letters/${letter.id}/source">Its source</a></p>`,
  );
}

export const missingPage = (): string => page('No such letter', '<p><a href="/">All letters</a></p>');
