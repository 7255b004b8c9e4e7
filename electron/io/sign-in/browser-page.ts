/**
 * What the browser shows at the end. MSAL sends it without a content type: the doctype lets the browser see HTML.
 * It comes before the code is redeemed, so it must not say that somebody is signed in.
 */
function page(title: string, words: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>${title} – Token Station</title>
<style>body { font: 1.25rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1rem }</style>
</head>
<body><main><h1>${title}</h1><p>${words}</p></main></body>
</html>
`;
}

export const doneInBrowserPage = page(
  'Back to Token Station',
  'The browser has done its part. Close this page; the station shows who is signed in.',
);

export const notSignedInPage = page(
  'Not signed in',
  'The sign-in was not completed. Close this page; the station says why and lets you try again.',
);
