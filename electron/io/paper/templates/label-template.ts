import { BASE_STYLE } from './base-style.ts';

/** For die-cut labels of 62 mm by 29 mm. */
export const LABEL_TEMPLATE = `<!doctype html>
<html lang="{{words.language}}" dir="{{words.direction}}">
<head>
<meta charset="utf-8">
<title>{{words.names.label}}</title>
<style>
  @page { size: 62mm 29mm; margin: 0; }${BASE_STYLE}
  html { font-size: 7.5pt; line-height: 1.15; }
  body { height: 29mm; padding: 1.5mm 2mm; display: flex; flex-direction: column; overflow: hidden; }
  .practice { flex: none; font-size: 8pt; line-height: 1; padding: 0.3mm; margin-bottom: 0.6mm; }
  .name { flex: none; margin: 0; font-size: 10pt; font-weight: 700; line-height: 1.1; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
  .name.long { font-size: 7.5pt; -webkit-line-clamp: 3; }
  .bars { flex: 1 1 6mm; min-height: 5mm; margin: 0.6mm 0; }
  .bars svg { width: 100%; height: 100%; }
  .serial { flex: none; margin: 0; font-size: 9pt; font-weight: 700; text-align: center; }
  .order { flex: none; margin: 0.4mm 0 0; max-height: 2.3em; overflow: hidden; }
</style>
</head>
<body>
{{#isPractice}}<div class="practice">{{words.practice}}</div>{{/isPractice}}
<p class="name{{#isNameLong}} long{{/isNameLong}}"><bdi>{{personName}}</bdi></p>
<div class="bars">{{{serial.svg}}}</div>
<p class="serial code" dir="ltr">{{serial.text}}</p>
{{#order}}<p class="order"><bdi>{{name}}</bdi> · {{words.line}} {{line}}{{#requestNumber}} · <b><bdi>{{requestNumber}}</bdi></b>{{/requestNumber}}</p>{{/order}}
</body>
</html>
`;
