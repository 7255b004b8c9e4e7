/** What the documents leave open as well, and why this run does not ask it. It goes into the file. */
export const NOT_ASKED: readonly { readonly id: string; readonly why: string }[] = [
  { id: 'policy-off', why: 'It would mean switching the hardware OATH policy off for everybody.' },
  { id: 'throttling-limit', why: 'It would mean flooding the tenant. The headers of ordinary answers are recorded.' },
  { id: 'longest-names', why: 'Half of a name could stay on the token in the inventory.' },
  { id: 'duplicate-serials', why: 'It would mean loading a token a second time, by the older way.' },
  { id: 'inventory-writes', why: 'The station never loads, changes or deletes tokens of the inventory.' },
  { id: 'other-clouds', why: 'These calls are documented for the global cloud alone.' },
  {
    id: 'second-own-sign-in',
    why: 'What a sign-in anew changes about the rule of ten minutes needs a token of one’s own.',
  },
];
