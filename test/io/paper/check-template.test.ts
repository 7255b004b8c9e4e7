import { expect, test } from 'vitest';
import { findTemplateFault } from '../../../electron/io/paper/check-template.ts';
import { BUILT_IN_TEMPLATES } from '../../../electron/io/paper/templates/built-in-templates.ts';

test.each(Object.entries(BUILT_IN_TEMPLATES))('the built-in %s passes', (_kind, template) => {
  expect(findTemplateFault(template)).toBeNull();
});

test.each([
  ['a script', '<script>1</script>', /script/],
  ['a script in capitals', '< SCRIPT src="data:,">', /script/],
  ['a handler', '<img src="data:image/png;base64,AA" onerror="x()">', /script/],
  ['a link that runs', '<a title="javascript:x()">', /script/],
  ['a frame', '<iframe srcdoc="x"></iframe>', /another page/],
  ['a style sheet', '<link rel="stylesheet">', /another page/],
  ['a base', '<base target="x">', /another page/],
  ['a refresh', '<meta http-equiv="refresh" content="0">', /http-equiv/],
  ['an import', '<style>@import "x.css";</style>', /imports a style/],
  ['a picture from the net', '<img src="https://example.com/a.png">', /outside the file/],
  ['a picture from the disk', "<img src='file:///etc/passwd'>", /outside the file/],
  ['a picture beside it', '<img src=logo.png>', /outside the file/],
  ['a picture in a style', '<p style="background: url(https://example.com/a)">', /outside the file/],
  ['a picture that a value names', '<img src="{{personName}}">', /outside the file/],
  ['a shape from elsewhere', '<svg><use xlink:href="a.svg#b"/></svg>', /outside the file/],
  ['a section that does not end', '{{#order}}x', /Unclosed section/],
  ['a tag that does not end', '{{personName', /Unclosed tag/],
  ['another section’s end', '{{#a}}{{/b}}', /Unclosed section|Unopened section/],
  ['another file', '{{>head}}', /{{>head}} takes in another file/],
  ['a name that is not made safe', '{{{personName}}}', /must be written {{personName}}/],
  ['the same with a sign', '{{#order}}{{&name}}{{/order}}', /must be written {{name}}/],
])('%s is refused', (_what, template, reason) => {
  expect(findTemplateFault(template)).toMatch(reason);
});

test.each([
  ['a picture that is part of it', '<img src="data:image/png;base64,AA==">'],
  ['a font that is part of it', '<style>@font-face { src: url(data:font/woff2;base64,AA) }</style>'],
  ['a shape of its own', '<svg><use href="#logo"/></svg>'],
  ['an address to read', '<p>Help: https://intranet.example/tokens, ext. 4711</p>'],
  ['a drawing', '{{{serial.svg}}}'],
  ['a comment and other delimiters', '{{! ours }}{{=<% %>=}}<% personName %>'],
])('%s passes', (_what, template) => {
  expect(findTemplateFault(template)).toBeNull();
});
