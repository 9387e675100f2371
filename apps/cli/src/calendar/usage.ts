export const calendarUsage = `Usage: duly calendar import FILE [--calendar NAME]… [--keep-missing] [--as STAFF] [--api URL]
       duly calendar show [NAME]… [--as STAFF] [--api URL]

import gives the API a new state of the public holidays, and says what changed and how many open cases wait to be told:
each case whose date moves is told by itself, and no other. FILE (- for standard input) is one of
  · the JSON of https://www.gov.uk/bank-holidays.json: every nation in it that the law library knows, or those named by --calendar
  · holidays by hand, for one calendar named by --calendar: { "add": [{ "date", "title", "citation" }],
    "withdraw": [{ "date", "citation" }] }, each with the proclamation or statute it rests on
Nothing that is known is ever deleted. A feed that has dropped holidays is refused; --keep-missing keeps them and takes in the rest.
The same file again changes nothing.

show tells the newest version of each calendar, and what became of the cases it concerned.

  --as STAFF   whose token is asked of the sign-in for development: administrator unless named otherwise
  --api URL    the API, instead of the setting API_URL

Settings: API_URL, API_TOKEN (of role administrator; without it the sign-in for development gives one).
Exit codes: 0 done, 1 the API refused it, with the rule and what to do, 2 something given was wrong or nobody answers.
`;
