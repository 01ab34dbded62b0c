/** What a failure means to the people whom it concerns, and what they can do. */
export interface FailureInWords {
  reason: string;
  advice: string | null;
}

const known: readonly [pattern: RegExp, words: FailureInWords][] = [
  [
    /took over \d+ ms/,
    {
      reason: 'It took longer than it may.',
      advice: 'Retry it when less is going on, or cut the recording into parts.',
    },
  ],
  [
    /ENOSPC|EDQUOT|no space left/i,
    { reason: 'The disk is full.', advice: 'Make room on the disk of MEANTIME_DATA_DIR, then retry.' },
  ],
  [
    /mail server refuses/i,
    {
      reason: 'The mail server refuses the message.',
      advice: 'Look at the address of the member and at MAIL_FROM, then retry.',
    },
  ],
  [
    /mail server cannot be reached|ECONNREFUSED|EAUTH/i,
    {
      reason: 'The mail server cannot be reached or does not take mail.',
      advice: 'Check SMTP_URL with a test mail, then retry.',
    },
  ],
  [
    /storage|S3|bucket/i,
    { reason: 'The store for media did not answer.', advice: 'Run the test of the store, then retry.' },
  ],
  [
    /stalled/i,
    {
      reason: 'The worker ended in the middle of it, more than once.',
      advice: 'Give the worker more memory, or accept that this file cannot be worked on.',
    },
  ],
];

/** @param said what the last attempt threw, as the queue keeps it */
export function failureInWords(said: string): FailureInWords {
  const found = known.find(([pattern]) => pattern.test(said));
  if (found) return found[1];
  // Our own refusals are sentences for people already.
  if (/^\p{Lu}[^\n{}<>]{10,240}[.]$/u.test(said) && !/\bat \w+ \(|Error:/.test(said)) {
    return { reason: said, advice: 'Ask its owner for another file, or accept it.' };
  }
  return {
    reason: 'It broke off for a reason that is not the fault of the file.',
    advice: 'Retry it; the details say more.',
  };
}
