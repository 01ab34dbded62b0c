const MOST = 300;

/** What the mail server said, as far as people can use it: its own line where it gave one. */
export function mailFailureInWords(error: unknown): string {
  const { cause } = error as { cause?: { response?: string; message?: string; code?: string } };
  const said = cause?.response ?? cause?.message;
  const sentence = error instanceof Error ? error.message : String(error);
  return (said ? `${sentence} It said: ${said.replace(/\s+/g, ' ').trim()}` : sentence).slice(0, MOST);
}
