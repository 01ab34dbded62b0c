/** What spreadsheets take for a formula. @see https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^[\s]*[=+\-@\t\r]/;

/** One line of a CSV file (RFC 4180); what a spreadsheet would run is led by an apostrophe, so that it is text. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${(formula.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
