import { BASE_STYLE } from './base-style.ts';

/** For a roll of 80 mm. */
export const RECEIPT_TEMPLATE = `<!doctype html>
<html lang="{{words.language}}" dir="{{words.direction}}">
<head>
<meta charset="utf-8">
<title>{{words.names.receipt}}</title>
<style>
  @page { size: 80mm 160mm; margin: 0; }${BASE_STYLE}
  body { padding: 4mm; }
  html { font-size: 10pt; line-height: 1.3; }
  .practice { font-size: 15pt; padding: 1mm; margin-bottom: 3mm; }
  .practice p { margin: 0; font-size: 8pt; font-weight: 400; letter-spacing: 0; }
  h1 { font-size: 13pt; margin: 0 0 2mm; }
  .tail { display: flex; justify-content: space-between; align-items: baseline; border-block: 0.3mm solid #000; padding: 1mm 0; }
  .tail .code { font-size: 20pt; font-weight: 700; line-height: 1.1; }
  dl { margin: 2mm 0; display: flex; flex-wrap: wrap; gap: 1.2mm 3mm; }
  dl div { flex: 1 0 100%; min-width: 0; }
  dl div.half { flex: 1 0 45%; }
  dt { font-size: 8pt; }
  dd { margin: 0; }
  .next { border-top: 0.3mm solid #000; padding-top: 2mm; display: flex; gap: 3mm; }
  .next p { margin: 0 0 1mm; }
  .next .words { flex: 1; min-width: 0; }
  .next svg { width: 27mm; height: 27mm; flex: none; }
  .address { font-size: 7.5pt; margin: 1mm 0 0; }
  .request { font-size: 7pt; }
</style>
</head>
<body>
{{#isPractice}}<div class="practice">{{words.practice}}<p>{{words.practiceNote}}</p></div>{{/isPractice}}
<h1>{{words.receipt.title}}</h1>
<div class="tail"><span>{{words.receipt.serialTail}}</span> <bdi class="code">{{serialTail}}</bdi></div>
<dl>
  <div><dt>{{words.person}}</dt><dd><b><bdi>{{personName}}</bdi></b><br><bdi>{{signInName}}</bdi></dd></div>
  <div class="half"><dt>{{words.receipt.issued}}</dt><dd>{{issuedAt}}</dd></div>
  {{#idSeen}}<div class="half"><dt>{{words.receipt.idSeen}}</dt><dd><bdi>{{idSeen}}</bdi></dd></div>{{/idSeen}}
  {{#operatorName}}<div class="half"><dt>{{words.operator}}</dt><dd><bdi>{{operatorName}}</bdi></dd></div>{{/operatorName}}
  <div class="half"><dt>{{words.station}}</dt><dd><bdi>{{stationName}}</bdi></dd></div>
  {{#requestId}}<div><dt>{{words.requestId}}</dt><dd class="code request">{{requestId}}</dd></div>{{/requestId}}
</dl>
<div class="next">
  <div class="words">
    <p><b>{{toKnow}}</b></p>
    <p>{{nextStep}}</p>
  </div>
  {{{address.svg}}}
</div>
<p class="address" dir="ltr">{{address.text}}</p>
</body>
</html>
`;
