/** What can be typed into. */
export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** How things stood where a key was about to land. */
export type Landing = { readonly atMs: number; readonly place: Element | null; readonly text: LandedText | null };

type LandedText = { readonly field: TextField; readonly value: string; readonly start: number; readonly end: number };

const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'search', 'email', 'tel', 'url', 'password', 'number']);

export function textFieldOf(element: Element | null): TextField | null {
  if (element instanceof HTMLTextAreaElement) return element;
  return element instanceof HTMLInputElement && TEXT_TYPES.has(element.type) ? element : null;
}

export function noteLanding(place: Element | null, atMs: number): Landing {
  const field = textFieldOf(place);
  if (!field) return { atMs, place, text: null };
  const { value } = field;
  return {
    atMs,
    place,
    text: { field, value, start: field.selectionStart ?? value.length, end: field.selectionEnd ?? value.length },
  };
}

/** Puts back what stood there before the first of these keys. The focus may have moved between them: each field once. */
export function undoLandings(landings: readonly Landing[]): void {
  const restored = new Set<TextField>();
  for (const { text } of landings) {
    if (!text || restored.has(text.field)) continue;
    restored.add(text.field);
    if (!text.field.isConnected || text.field.value === text.value) continue;
    setValue(text.field, text.value);
    select(text.field, text.start, text.end);
  }
  takeFocusBack(landings[0]?.place ?? null);
}

/** Types a sign that was held, as the key itself would have. */
export function typeInto(field: TextField, sign: string): void {
  if (!field.isConnected || field.readOnly || field.disabled) return;
  const { value } = field;
  const start = field.selectionStart ?? value.length;
  const end = field.selectionEnd ?? value.length;
  setValue(field, value.slice(0, start) + sign + value.slice(end));
  if (field.value.length >= start + sign.length) select(field, start + sign.length, start + sign.length);
}

/** React keeps its own note of the value that it set; only the setter of the page's own class goes past it. */
function setValue(field: TextField, value: string): void {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function select(field: TextField, start: number, end: number): void {
  // Fields such as those for numbers have no selection and throw.
  if (field.selectionStart !== null) field.setSelectionRange(start, end);
}

/** Letters typed in a list go to the row that begins with them. A focus that went elsewhere went there for a reason. */
function takeFocusBack(place: Element | null): void {
  const list = place?.closest('[role="grid"], [role="listbox"]');
  const active = document.activeElement;
  if (!list || active === place || !list.contains(active) || !(place instanceof HTMLElement)) return;
  place.focus({ preventScroll: true });
}
