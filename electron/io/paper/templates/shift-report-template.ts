import { SHEET_ABOUT, SHEET_HEAD, SHEET_STYLE } from './sheet-style.ts';

export const SHIFT_REPORT_TEMPLATE = `<!doctype html>
<html lang="{{words.language}}" dir="{{words.direction}}">
<head>
<meta charset="utf-8">
<title>{{words.names.shiftReport}}</title>
<style>${SHEET_STYLE}
  .two { display: flex; gap: 12mm; align-items: flex-start; }
  .two > section { flex: 1; min-width: 0; }
  .count { font-size: 11pt; font-weight: 700; }
  .at { width: 24mm; }
  .what { width: 38mm; }
  .reader { width: 26mm; }
  .hash { font-size: 8pt; }
</style>
</head>
<body>
${SHEET_HEAD}
<h1>{{words.names.shiftReport}}</h1>
<p class="about">{{words.shiftReport.since}} <b>{{sinceAt}}</b></p>
${SHEET_ABOUT}
<div class="two">
<section>
<h2>{{words.shiftReport.countsTitle}}</h2>
<table><tbody>
{{#counts}}<tr><td>{{name}}</td><td class="number count">{{count}}</td></tr>{{/counts}}
</tbody></table>
</section>
<section>
<h2>{{words.shiftReport.operators}}</h2>
<table>
<thead><tr><th>{{words.person}}</th><th class="number">{{words.shiftReport.operatorIssued}}</th></tr></thead>
<tbody>
{{#operators}}<tr><td><bdi>{{name}}</bdi></td><td class="number count">{{count}}</td></tr>{{/operators}}
</tbody></table>
</section>
</div>
<h2>{{words.shiftReport.exceptions}}</h2>
{{^exceptions.length}}<p>{{words.shiftReport.noExceptions}}</p>{{/exceptions.length}}
{{#exceptions.length}}
<table>
<thead><tr><th class="at">{{words.shiftReport.at}}</th><th class="what">{{words.shiftReport.what}}</th><th>{{words.person}}</th><th class="reader">{{words.shiftReport.reader}}</th><th>{{words.shiftReport.reason}}</th></tr></thead>
<tbody>
{{#exceptions}}
<tr><td class="small">{{at}}</td><td class="code" dir="ltr">{{what}}</td><td><bdi>{{personName}}</bdi></td><td><bdi>{{readerName}}</bdi></td><td>{{reason}}</td></tr>
{{/exceptions}}
</tbody>
</table>
{{/exceptions.length}}
<h2>{{words.shiftReport.comparison}}</h2>
<p>{{comparison.summary}}</p>
{{#comparison.differences.length}}
<table>
<thead><tr><th>{{words.serialNumber}}</th><th>{{words.person}}</th><th>{{words.shiftReport.reason}}</th></tr></thead>
<tbody>
{{#comparison.differences}}<tr><td class="code" dir="ltr">{{serialNumber}}</td><td><bdi>{{personName}}</bdi></td><td>{{reason}}</td></tr>{{/comparison.differences}}
</tbody>
</table>
{{/comparison.differences.length}}
{{#journalHead}}
<h2>{{words.shiftReport.journal}}</h2>
<p class="code hash">{{seq}} · {{hash}}</p>
<p class="small">{{words.shiftReport.journalNote}}</p>
{{/journalHead}}
</body>
</html>
`;
