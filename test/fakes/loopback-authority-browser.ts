/** Does what a browser does with a page that posts its form by itself. A page without a form is read, and that is all. */
export async function browse(url: string): Promise<string> {
  const page = await (await fetch(url)).text();
  const action = /action="([^"]*)"/.exec(page)?.[1];
  if (action === undefined) return page;
  const fields = [...page.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  const answer = await fetch(action, { method: 'POST', body: new URLSearchParams(fields) });
  return answer.text();
}

/** Source: OAuth 2.0 Form Post Response Mode. */
export function formPage(action: string, fields: Record<string, string>): string {
  const inputs = Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
  return `<!doctype html><form method="post" action="${action}">${inputs.join('')}</form>`;
}
