import { SHEET_ABOUT, SHEET_HEAD, SHEET_STYLE } from './sheet-style.ts';

export const ORDER_SHEET_TEMPLATE = `<!doctype html>
<html lang="{{words.language}}" dir="{{words.direction}}">
<head>
<meta charset="utf-8">
<title>{{words.names.orderSheet}}</title>
<style>${SHEET_STYLE}
  td { vertical-align: middle; }
  .request { width: 32mm; }
  .mark { width: 66mm; padding-inline: 4mm 0; }
  .mark svg { width: 100%; height: 11mm; }
  .mark p { margin: 0.5mm 0 0; text-align: center; font-size: 7pt; }
</style>
</head>
<body>
${SHEET_HEAD}
<h1><bdi>{{orderName}}</bdi></h1>
<p class="about">{{words.names.orderSheet}} · {{words.orderSheet.open}}: <b>{{openCount}}</b></p>
${SHEET_ABOUT}
<h2>{{words.orderSheet.open}}</h2>
<table>
<thead><tr><th class="number">{{words.line}}</th><th>{{words.person}}</th><th class="request">{{words.request}}</th><th class="mark">{{words.orderSheet.scanHere}}</th></tr></thead>
<tbody>
{{#lines}}
<tr>
  <td class="number">{{line}}</td>
  <td><b><bdi>{{personName}}</bdi></b><br><bdi class="small">{{signInName}}</bdi>{{#note}}<br><bdi class="small">{{note}}</bdi>{{/note}}</td>
  <td><bdi>{{requestNumber}}</bdi>{{#model}}<br><bdi class="small">{{model}}</bdi>{{/model}}</td>
  <td class="mark">{{{mark.svg}}}<p class="code" dir="ltr">{{mark.text}}</p></td>
</tr>
{{/lines}}
</tbody>
</table>
</body>
</html>
`;
