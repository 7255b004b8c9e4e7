/**
 * What all built-in templates share. Fonts are the system's: a page asks nobody for one. Margins are the body's, again on each
 * page, and never the page's: a printer is told to have none, or it would make the page smaller, bar codes and all.
 */
export const BASE_STYLE = `
  * { box-sizing: border-box; }
  html { font-family: system-ui, 'Segoe UI', 'Noto Sans', sans-serif; color: #000; background: #fff; }
  body { margin: 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  /* A long name goes on in the next line; a serial number is never cut. */
  bdi, td, dd, p, h1 { overflow-wrap: anywhere; }
  svg { display: block; }
  .code { font-family: ui-monospace, 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace; }
  .practice { border: 0.6mm solid #000; text-align: center; font-weight: 800; letter-spacing: 0.12em; }`;
