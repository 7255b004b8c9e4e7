import { SHEET_ABOUT, SHEET_HEAD, SHEET_STYLE } from './sheet-style.ts';

const PERSON = `<td class="number">{{line}}</td>
  <td><b><bdi>{{personName}}</bdi></b><br><bdi class="small">{{signInName}}</bdi></td>
  <td><bdi>{{requestNumber}}</bdi></td>`;

const HEAD = `<th class="number">{{words.line}}</th><th>{{words.person}}</th><th class="request">{{words.request}}</th>`;

export const MANIFEST_TEMPLATE = `<!doctype html>
<html lang="{{words.language}}" dir="{{words.direction}}">
<head>
<meta charset="utf-8">
<title>{{words.names.manifest}}</title>
<style>${SHEET_STYLE}
  .request { width: 34mm; }
  .serial { font-size: 10.5pt; font-weight: 700; }
  .signatures { display: flex; gap: 12mm; margin-top: 20mm; break-inside: avoid; }
  .signatures p { flex: 1; border-top: 0.3mm solid #000; padding-top: 1mm; margin: 0; font-size: 8pt; }
</style>
</head>
<body>
${SHEET_HEAD}
<h1><bdi>{{orderName}}</bdi></h1>
<p class="about">{{words.names.manifest}} · {{words.manifest.done}}: <b>{{doneCount}}</b> · {{words.manifest.skipped}}: <b>{{skippedCount}}</b> · {{words.manifest.open}}: <b>{{openCount}}</b></p>
${SHEET_ABOUT}
<h2>{{words.manifest.done}}</h2>
<table>
<thead><tr>${HEAD}<th>{{words.serialNumber}}</th><th>{{words.manifest.doneAt}}</th></tr></thead>
<tbody>
{{#done}}
<tr>
  ${PERSON}
  <td class="code serial" dir="ltr">{{serialNumber}}</td>
  <td class="small">{{doneAt}}</td>
</tr>
{{/done}}
</tbody>
</table>
{{#skipped.length}}
<h2>{{words.manifest.skipped}}</h2>
<table>
<thead><tr>${HEAD}<th>{{words.note}}</th></tr></thead>
<tbody>
{{#skipped}}<tr>${PERSON}<td class="small"><bdi>{{note}}</bdi></td></tr>{{/skipped}}
</tbody>
</table>
{{/skipped.length}}
{{#open.length}}
<h2>{{words.manifest.open}}</h2>
<table>
<thead><tr>${HEAD}<th>{{words.note}}</th></tr></thead>
<tbody>
{{#open}}<tr>${PERSON}<td class="small"><bdi>{{note}}</bdi></td></tr>{{/open}}
</tbody>
</table>
{{/open.length}}
<div class="signatures"><p>{{words.manifest.handedOverBy}}</p><p>{{words.manifest.receivedBy}}</p></div>
</body>
</html>
`;
