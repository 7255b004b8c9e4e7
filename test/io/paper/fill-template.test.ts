import { expect, test } from 'vitest';
import { fillTemplate } from '../../../electron/io/paper/fill-template.ts';

const view = {
  name: 'Ann',
  none: null,
  isPractice: true,
  order: { name: 'Finance', lines: [{ line: '2' }, { line: '3' }] },
  words: { title: 'Receipt' },
};

test.each([
  ['a text', '{{name}}', 'Ann'],
  ['nothing', '{{none}}', ''],
  ['a part', '{{order.name}}', 'Finance'],
  ['what is outside of a part, from inside', '{{#order}}{{words.title}} {{name}}{{/order}}', 'Receipt Finance'],
  ['a list', '{{#order.lines}}{{line}} {{/order.lines}}', '2 3 '],
  ['how long a list is', '{{#order.lines.length}}some{{/order.lines.length}}', 'some'],
  ['what is so', '{{#isPractice}}yes{{/isPractice}}{{^isPractice}}no{{/isPractice}}', 'yes'],
])('%s stands in its place', (_what, template, html) => {
  expect(fillTemplate(template, view)).toEqual({ html, missing: [] });
});

test.each(['naem', 'order.naem', 'constructor', 'toString', '__proto__', 'name.constructor', 'order.lines.map'])(
  '%s stands for nothing, and is told',
  (name) => {
    expect(fillTemplate(`{{${name}}}`, view)).toEqual({ html: '', missing: [name] });
  },
);

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;&#x2F;script&gt;'],
  ['{{name}}', '{{name}}'],
  [`"a" 'b' & c`, '&quot;a&quot; &#39;b&#39; &amp; c'],
  ['</style><img src=x>', '&lt;&#x2F;style&gt;&lt;img src&#x3D;x&gt;'],
])('a person called %s is text', (name, html) => {
  expect(fillTemplate('{{name}}', { name }).html).toBe(html);
});
