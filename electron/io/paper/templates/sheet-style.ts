import { BASE_STYLE } from './base-style.ts';

/** For papers of A4 with lists. The head of a list stands on each of its pages. */
export const SHEET_STYLE = `
  @page { size: A4; margin: 0; }${BASE_STYLE}
  body { padding: 15mm; }
  html { font-size: 9.5pt; line-height: 1.35; }
  .practice { font-size: 22pt; padding: 2mm; margin-bottom: 5mm; }
  .practice p { margin: 0; font-size: 9pt; font-weight: 400; letter-spacing: 0; }
  h1 { font-size: 18pt; margin: 0; line-height: 1.2; }
  h2 { font-size: 12pt; margin: 7mm 0 2mm; break-after: avoid; }
  .about { margin: 1mm 0 0; }
  table { width: 100%; border-collapse: collapse; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th { text-align: start; font-size: 8pt; border-bottom: 0.4mm solid #000; padding: 1mm 2mm 1mm 0; }
  td { border-bottom: 0.15mm solid #888; padding: 1.3mm 2mm 1.3mm 0; vertical-align: top; }
  th.number { width: 12mm; }
  .number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .small { font-size: 8pt; }`;

/** What stands at the head of each of them. */
export const SHEET_HEAD = `{{#isPractice}}<div class="practice">{{words.practice}}<p>{{words.practiceNote}}</p></div>{{/isPractice}}`;

/** Where it was printed, when and by whom. */
export const SHEET_ABOUT = `<p class="about small"><bdi>{{stationName}}</bdi> · {{words.printed}} {{printedAt}}{{#operatorName}} · <bdi>{{operatorName}}</bdi>{{/operatorName}}</p>`;
