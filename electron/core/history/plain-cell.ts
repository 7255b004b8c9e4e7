/**
 * What makes a spreadsheet take a cell for a formula, also behind blanks and in the wide forms of East Asian keyboards.
 * Source: OWASP, "CSV Injection": = + - @, Tab, carriage return, line feed, and the full-width forms.
 */
const FORMULA = /^[\t\r\n]|^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A cell that is only read. A label can say anything, and so can the name of a person: an apostrophe makes it a text. */
export function plainCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
