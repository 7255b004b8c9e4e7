/** The thing in the operator's hand, and where its bar code is. Decoration: the sentence under it says all. */
export function TokenDrawing() {
  return (
    <svg className="token-drawing" viewBox="0 0 208 112" aria-hidden="true" focusable="false">
      <rect className="drawing-body" x="8" y="16" width="176" height="80" rx="22" />
      <circle className="drawing-hole" cx="165" cy="56" r="7" />
      <rect className="drawing-display" x="28" y="30" width="80" height="26" rx="4" />
      <path className="drawing-digits" d="M36 43h7M47 43h7M58 43h7M71 43h7M82 43h7M93 43h7" />
      <circle className="drawing-button" cx="130" cy="43" r="11" />
      <path
        className="drawing-bars"
        d="M30 66v18M34 66v18M37 66v18M43 66v18M48 66v18M51 66v18M57 66v18M60 66v18M66 66v18M70 66v18M75 66v18M80 66v18M83 66v18M89 66v18M94 66v18M97 66v18M103 66v18M108 66v18"
      />
      <path className="drawing-beam" d="M18 75h103" />
    </svg>
  );
}
