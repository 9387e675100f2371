import type { Page } from 'playwright-core';

/** What has run as a script elsewhere when it was kept and shown again: markup, attributes, broken-out ends, templates, addresses, entities. */
export const hostileWords: readonly string[] = [
  '<script>window.broken = "script"</script>',
  '"><img src=x onerror="window.broken=1">',
  "' autofocus onfocus='window.broken=2' x='",
  '</textarea></title></select></style><svg/onload=window.broken=3>',
  '{{ 7 * 7 }} {% raw %} ${7*7} #{7*7} <%= 7*7 %>',
  '<a href="javascript:window.broken=4">open</a>',
  '&lt;script&gt;window.broken=5&lt;/script&gt; %3Cscript%3E',
  '<iframe srcdoc="<script>parent.broken=6</script>"></iframe>',
  '<details open ontoggle=window.broken=7>',
  '<math><mtext></table><mglyph><style><!--</style><img title="--><img src=1 onerror=window.broken=8>">',
];

/** All of them in one field. */
export const everyHostileWord = hostileWords.join('\n');

export const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ');

const harms = [
  ...['script', 'img', 'iframe', 'math', 'mglyph', 'style', 'svg[onload]', 'a[href^="javascript:"]'],
  ...['[onerror]', '[onfocus]', '[ontoggle]'],
];

/** Nothing of what somebody wrote has become a part of the page, and none of it has run; the page is to be open without its policy of scripts. */
export async function isUnbroken(page: Page): Promise<void> {
  const found = await page.evaluate<unknown>(
    `[window.broken ?? null, [...document.querySelectorAll('${harms.map(one => `main ${one}`).join(', ')}')].map(one => one.outerHTML)]`,
  );
  expect([page.url(), found]).toEqual([page.url(), [null, []]]);
}
