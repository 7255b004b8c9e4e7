/** Where a key counts. `list` and `search` keys are handled by the part that has the focus; they stand here to be read. */
type KeyPlace =
  | 'anywhere'
  | 'outsideFields'
  /** Not where something is typed already: there the key is the field's own. */
  | 'outsideText'
  | 'codeField'
  | 'question'
  | 'signIn'
  | 'doctor'
  | 'settings'
  | 'seeds'
  | 'screen'
  | 'queueRow'
  | 'list'
  | 'search';

export type KeyGroup = 'anywhere' | 'handOver' | 'queue' | 'person';

type KeyBinding = {
  /** As in `KeyboardEvent.key`. */
  readonly key: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  /** A second key for the same. */
  readonly orKey?: string;
  /** As in `KeyboardEvent.code`: the key where it writes another sign, as the digits of a French keyboard do. */
  readonly code?: string;
  /** What is printed on the key caps. */
  readonly caps: readonly string[];
  /** The caps on the help sheet, where one line stands for several keys; `null`: another line stands for this one. */
  readonly listed?: readonly string[] | null;
  readonly place: KeyPlace;
  readonly group: KeyGroup;
  /** Shown at the foot of the window while it does something. */
  readonly foot: boolean;
  /** Works while a dialog is open. */
  readonly inDialog?: boolean;
};

/** The one table of keys: the handler, the help sheet and the foot read it. Labels are `key.<action>` in the text. */
export const KEYS = {
  clearCode: { key: 'Escape', caps: ['Esc'], place: 'codeField', group: 'handOver', foot: true },
  keep: { key: 'Escape', caps: ['Esc'], place: 'question', group: 'anywhere', foot: true },
  cancelSignIn: { key: 'Escape', caps: ['Esc'], place: 'signIn', group: 'anywhere', foot: false },
  closeDoctor: { key: 'Escape', caps: ['Esc'], place: 'doctor', group: 'anywhere', foot: true },
  closeSettings: { key: 'Escape', caps: ['Esc'], place: 'settings', group: 'anywhere', foot: true },
  saveSettings: {
    key: 's',
    ctrl: true,
    // With Shift it is the way to the seeds.
    shift: false,
    caps: ['Ctrl', 'S'],
    place: 'settings',
    group: 'anywhere',
    foot: true,
  },
  closeScreen: { key: 'Escape', caps: ['Esc'], place: 'screen', group: 'anywhere', foot: true },
  closeSeeds: { key: 'Escape', caps: ['Esc'], place: 'seeds', group: 'anywhere', foot: true },
  parkItem: { key: 'F2', caps: ['F2'], place: 'anywhere', group: 'handOver', foot: true },
  // Not the key of a token: whoever presses F2 once too often must not send somebody away.
  endVisit: { key: 'F2', shift: true, caps: ['Shift', 'F2'], place: 'anywhere', group: 'handOver', foot: true },
  typeSerial: { key: 'F3', caps: ['F3'], place: 'anywhere', group: 'anywhere', foot: true },
  otherPerson: { key: 'F4', caps: ['F4'], place: 'anywhere', group: 'handOver', foot: true },
  // What the desk knows from elsewhere: F5 looks again, Ctrl Z takes the last thing back.
  checkAgain: { key: 'F5', caps: ['F5'], place: 'anywhere', group: 'handOver', foot: false },
  replaceToken: { key: 'F12', caps: ['F12'], place: 'anywhere', group: 'handOver', foot: false },
  undo: { key: 'z', ctrl: true, caps: ['Ctrl', 'Z'], place: 'outsideText', group: 'anywhere', foot: false },
  planAside: { key: 'p', ctrl: true, caps: ['Ctrl', 'P'], place: 'anywhere', group: 'handOver', foot: false },
  nextArea: { key: 'F6', caps: ['F6'], place: 'anywhere', group: 'anywhere', foot: false },
  previousArea: { key: 'F6', shift: true, caps: ['Shift', 'F6'], place: 'anywhere', group: 'anywhere', foot: false },
  practice: { key: 'F7', caps: ['F7'], place: 'anywhere', group: 'anywhere', foot: false },
  retry: { key: 'F8', caps: ['F8'], place: 'anywhere', group: 'handOver', foot: true },
  readNow: { key: 'F9', caps: ['F9'], place: 'anywhere', group: 'handOver', foot: true },
  doctor: { key: 'F10', caps: ['F10'], place: 'anywhere', group: 'anywhere', foot: false },
  // Not F11: it is the full screen of the menu.
  settings: { key: ',', ctrl: true, caps: ['Ctrl', ','], place: 'anywhere', group: 'anywhere', foot: false },
  seeds: {
    key: 's',
    ctrl: true,
    shift: true,
    caps: ['Ctrl', 'Shift', 'S'],
    place: 'anywhere',
    group: 'anywhere',
    foot: false,
  },
  orders: { key: 'o', ctrl: true, caps: ['Ctrl', 'O'], place: 'anywhere', group: 'anywhere', foot: false },
  shift: { key: 'e', ctrl: true, caps: ['Ctrl', 'E'], place: 'anywhere', group: 'anywhere', foot: false },
  history: { key: 'h', ctrl: true, caps: ['Ctrl', 'H'], place: 'anywhere', group: 'anywhere', foot: false },
  signIn: {
    key: 'l',
    ctrl: true,
    shift: false,
    caps: ['Ctrl', 'L'],
    place: 'anywhere',
    group: 'anywhere',
    foot: false,
  },
  signOut: {
    key: 'l',
    ctrl: true,
    shift: true,
    caps: ['Ctrl', 'Shift', 'L'],
    place: 'anywhere',
    group: 'anywhere',
    foot: false,
  },
  lane1: lane('1', ['Ctrl', '1 … 6']),
  lane2: lane('2', null),
  lane3: lane('3', null),
  lane4: lane('4', null),
  lane5: lane('5', null),
  lane6: lane('6', null),
  acrossBench: { key: 'b', ctrl: true, caps: ['Ctrl', 'B'], place: 'anywhere', group: 'anywhere', foot: false },
  mute: {
    key: 'm',
    ctrl: true,
    caps: ['Ctrl', 'M'],
    place: 'anywhere',
    group: 'anywhere',
    foot: false,
    inDialog: true,
  },
  moveRow: { key: 'ArrowDown', caps: ['↑', '↓'], place: 'list', group: 'queue', foot: false },
  openRow: { key: 'Enter', caps: ['Enter'], place: 'list', group: 'queue', foot: false },
  remove: { key: 'Delete', caps: ['Del'], place: 'queueRow', group: 'queue', foot: false },
  moveToPeople: { key: 'ArrowDown', caps: ['↓'], place: 'search', group: 'person', foot: false },
  choosePerson: { key: 'Enter', caps: ['Enter'], place: 'list', group: 'person', foot: false },
  chooseExact: { key: 'Enter', caps: ['Enter'], place: 'search', group: 'person', foot: false },
  help: { key: '?', orKey: 'F1', caps: ['?'], place: 'outsideFields', group: 'anywhere', foot: true },
} as const satisfies Record<string, KeyBinding>;

export type KeyAction = keyof typeof KEYS;

/** The keys of the places, from the first one on. */
export const LANE_ACTIONS = ['lane1', 'lane2', 'lane3', 'lane4', 'lane5', 'lane6'] as const satisfies KeyAction[];

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- KEYS is exactly this object, written down above
export const KEY_ACTIONS = Object.keys(KEYS) as readonly KeyAction[];

export function bindingOf(action: KeyAction): KeyBinding {
  return KEYS[action];
}

/** What the focus is in, as far as keys care. */
export type KeySpot = {
  readonly inField: boolean;
  /** In a field with something in it. */
  readonly inText: boolean;
  readonly inCodeField: boolean;
  /** In the question whether a token is to be removed. */
  readonly inQuestion: boolean;
  readonly inQueueRow: boolean;
  /** In the panel that leads through the sign-in. */
  readonly inSignIn: boolean;
  /** The settings fill the window. */
  readonly inSettings: boolean;
  /** The seeds fill the window. */
  readonly inSeeds: boolean;
  /** One of the screens beside the queue fills the window. */
  readonly inScreen: boolean;
  /** The reader doctor fills the window. */
  readonly inDoctor: boolean;
  readonly inDialog: boolean;
};

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'> & { readonly code?: string };

/** The action that a key press asks for where the focus is, or `null`: then the key is the page's. */
export function actionFor(press: KeyPress, spot: KeySpot): KeyAction | null {
  return (
    KEY_ACTIONS.find((action) => isPressed(bindingOf(action), press) && countsHere(bindingOf(action), press, spot)) ??
    null
  );
}

function isPressed({ key, orKey, code, ctrl = false, shift }: KeyBinding, press: KeyPress): boolean {
  if (press.altKey || press.metaKey || ctrl !== press.ctrlKey) return false;
  const pressed = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (pressed === orKey || (code !== undefined && press.code === code)) return true;
  // A sign such as ? is typed with Shift on one keyboard and without on another.
  const isShiftRight = key.length === 1 && shift === undefined ? true : (shift ?? false) === press.shiftKey;
  return pressed === key && isShiftRight;
}

function countsHere({ place, orKey, inDialog }: KeyBinding, press: KeyPress, spot: KeySpot): boolean {
  if (spot.inDialog && !inDialog) return false;
  switch (place) {
    case 'anywhere':
      return true;
    case 'outsideFields':
      // A function key types nothing, so it may count in a field.
      return !spot.inField || press.key === orKey;
    case 'outsideText':
      return !spot.inText;
    case 'codeField':
      return spot.inCodeField;
    case 'question':
      return spot.inQuestion;
    case 'signIn':
      return spot.inSignIn;
    case 'settings':
      return spot.inSettings;
    case 'seeds':
      return spot.inSeeds;
    case 'screen':
      return spot.inScreen;
    case 'doctor':
      // A question in it has its own Esc, which stands first in the table.
      return spot.inDoctor;
    case 'queueRow':
      return spot.inQueueRow;
    case 'list':
    case 'search':
      return false;
  }
}

/** Ctrl and a digit, with either row of Shift: on some keyboards the digits are the shifted signs. */
function lane<L extends readonly string[] | null>(digit: string, listed: L) {
  const caps = ['Ctrl', digit] as const;
  return {
    key: digit,
    code: `Digit${digit}`,
    ctrl: true,
    caps,
    listed,
    place: 'anywhere',
    group: 'anywhere',
    foot: false,
  } as const;
}
