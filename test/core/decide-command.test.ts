import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemCommand } from '../../electron/contract/command.ts';
import type { ItemState } from '../../electron/contract/item.ts';
import { decideCommand, type StationCommand } from '../../electron/core/decide-command.ts';
import { reduce } from '../../electron/core/reduce.ts';
import { EMPTY_STATE, type State } from '../../electron/core/state.ts';
import { ANN, BOB, itemIn, NOW_MS, STATE_KINDS, stateWith } from './build-state.ts';

const search: State['search'] = {
  by: 'words',
  query: 'a',
  status: 'found',
  users: [ANN, BOB],
  more: false,
  problem: null,
};

function decide(command: StationCommand, state: State = EMPTY_STATE): unknown {
  const decided = decideCommand(state, command, NOW_MS);
  return decided.ok ? decided.value : decided.problem.code;
}

const ITEM_COMMANDS: { readonly [K in ItemCommand['kind']]: Extract<ItemCommand, { kind: K }> } = {
  chooseUser: { kind: 'chooseUser', itemId: 1, userId: BOB.id },
  enterCode: { kind: 'enterCode', itemId: 1, code: '004711' },
  openItem: { kind: 'openItem', itemId: 1 },
  parkItem: { kind: 'parkItem', itemId: 1 },
  retryItem: { kind: 'retryItem', itemId: 1 },
  readNow: { kind: 'readNow', itemId: 1 },
  removeItem: { kind: 'removeItem', itemId: 1 },
  checkAgain: { kind: 'checkAgain', itemId: 1 },
  planUndo: { kind: 'planUndo', itemId: 1, reason: 'wrongPerson' },
  planReplace: { kind: 'planReplace', itemId: 1, methodId: 'm2', reason: 'lost' },
  planReassign: { kind: 'planReassign', itemId: 1 },
  planSwap: { kind: 'planSwap', itemId: 1, otherItemId: 1 },
};

/** What each command leads to, and the states in which it may be given. */
const TAKEN: { readonly [K in ItemCommand['kind']]: readonly [event: string, states: readonly ItemState['kind'][]] } = {
  chooseUser: ['userChosen', ['needsUser', 'needsCode', 'stopped']],
  enterCode: ['activationIntended', ['needsCode']],
  openItem: ['itemOpened', STATE_KINDS],
  parkItem: ['itemParked', STATE_KINDS],
  retryItem: ['itemRetried', ['stopped']],
  readNow: ['readWanted', ['unsure', 'confirming']],
  removeItem: ['itemRemoved', ['needsUser', 'needsCode', 'activated', 'stopped']],
  checkAgain: ['checkWanted', ['needsCode']],
  planUndo: ['planProposed', []],
  planReplace: ['planProposed', []],
  planReassign: ['planProposed', []],
  planSwap: ['planProposed', []],
};

const CELLS = Object.values(ITEM_COMMANDS).flatMap((command) =>
  STATE_KINDS.map((kind) => {
    const [event, states] = TAKEN[command.kind];
    return { command, kind, expected: states.includes(kind) ? event : 'command-not-allowed' };
  }),
);

describe('commands about an item', () => {
  test.each(CELLS)('$command.kind while the item is $kind: $expected', ({ command, kind, expected }) => {
    const decided = decideCommand(stateWith([itemIn(kind)], { search }), command, NOW_MS);
    expect(decided.ok ? decided.value.kind : decided.problem.code).toBe(expected);
    if (decided.ok) expect(decided.value).toMatchObject({ atMs: NOW_MS, itemId: 1 });
  });

  test.each(CELLS.filter((cell) => cell.expected !== 'command-not-allowed'))(
    '$command.kind while the item is $kind is not lost in the reducer',
    ({ command, kind }) => {
      const state = stateWith([itemIn(kind)], { search });
      const decided = decideCommand(state, command, NOW_MS);
      expect(decided.ok && reduce(state, decided.value) !== state).toBe(true);
    },
  );

  test.each(Object.values(ITEM_COMMANDS))('$kind for an item that is gone is refused', (command) => {
    expect(decide(command, stateWith([itemIn('needsCode', { id: 2 })], { search }))).toBe('item-gone');
  });
});

describe('choosing a user', () => {
  const state = stateWith([itemIn('needsUser')], { search });

  test('takes the whole person from the list on screen', () => {
    expect(decide(ITEM_COMMANDS.chooseUser, state)).toEqual({ kind: 'userChosen', atMs: NOW_MS, itemId: 1, user: BOB });
  });

  test.each(['', 'ann', 'ann@example.com', 'Ann Example', ANN.id.slice(0, -1), `${ANN.id} `, ANN.id.toUpperCase()])(
    'never matches nearly: %j',
    (userId) => {
      expect(decide({ kind: 'chooseUser', itemId: 1, userId }, state)).toBe('user-not-listed');
    },
  );

  test('is refused once the list is gone', () => {
    expect(decide(ITEM_COMMANDS.chooseUser, stateWith([itemIn('needsUser')]))).toBe('user-not-listed');
  });

  test('is refused where the token is another person\u2019s already', () => {
    for (const kind of ['needsCode', 'stopped'] as const) {
      const taken = stateWith([itemIn(kind, { methodId: 'm1' })], { search });
      expect(decide(ITEM_COMMANDS.chooseUser, taken)).toBe('command-not-allowed');
    }
  });
});

describe('entering a code', () => {
  const state = stateWith([itemIn('needsCode')]);
  const enter = (code: string, on: State = state): unknown => decide({ kind: 'enterCode', itemId: 1, code }, on);

  test.each(['000000', '004711', '999999'])('%s is taken', (code) => {
    expect(enter(code)).toEqual({ kind: 'activationIntended', atMs: NOW_MS, itemId: 1, userId: ANN.id });
  });

  test.each([
    '',
    '12345',
    '1234567',
    '12345678',
    ' 123456',
    '123456 ',
    '123456\n',
    '123 456',
    '12345a',
    '+12345',
    '1e5000',
  ])('%j is not six digits', (code) => {
    expect(enter(code)).toBe('code-not-six-digits');
  });

  test.each(['\u0661\u0662\u0663\u0664\u0665\u0666', '\uff11\uff12\uff13\uff14\uff15\uff16'])(
    'digits of another script are refused: %s',
    (code) => {
      expect(enter(code)).toBe('code-not-six-digits');
    },
  );

  test('is refused where nobody stands on screen that the code could be for', () => {
    expect(enter('123456', stateWith([itemIn('needsCode', { user: null })]))).toBe('command-not-allowed');
  });

  test('is refused while the disk is failing, before anything is sent', () => {
    const problem = { code: 'storage-failing' } as const;
    expect(enter('123456', { ...state, storage: { ...state.storage, problem } })).toBe('storage-failing');
  });

  test.each([{ kind: 'out', problem: null }, { kind: 'signingIn', prompt: null }, { kind: 'signingOut' }] as const)(
    'is refused while nobody is signed in ($kind), so that it is not used up on a call that cannot be made',
    (session) => {
      expect(enter('123456', { ...state, session })).toBe('signed-out');
    },
  );

  test('the code is in no event and in no refusal', () => {
    const code = fc.stringMatching(/^[0-9]{4,8}$/);
    fc.assert(
      fc.property(code, (digits) => {
        const decided = decideCommand(state, { kind: 'enterCode', itemId: 1, code: digits }, 7);
        expect(JSON.stringify(decided)).not.toContain(digits);
      }),
    );
  });
});

describe('typing a serial number', () => {
  const type = (serialNumber: string, repeated: string): unknown =>
    decide({ kind: 'enterSerial', serialNumber, repeated });

  test('twice the same is a scan from the keyboard', () => {
    expect(type('00040008CFA5', '00040008CFA5')).toEqual({
      kind: 'scanned',
      atMs: NOW_MS,
      readerKey: 'keyboard',
      readerName: '',
      serialNumber: '00040008CFA5',
      scannedText: '00040008CFA5',
      aimId: null,
    });
  });

  test('blanks around it do not count', () => {
    expect(type(' 20033752', '20033752 ')).toMatchObject({ kind: 'scanned', serialNumber: '20033752' });
  });

  test.each([
    ['20033752', '20033725'],
    ['20033752', ''],
    ['020033752', '20033752'],
    ['GALT11420104', 'galt11420104'],
  ])('%j and then %j differ', (first, second) => {
    expect(type(first, second)).toBe('serial-entries-differ');
  });

  test.each([
    ['', 'scan-empty'],
    ['PC-0001234', 'scan-asset-tag'],
    ['12345', 'scan-not-a-serial'],
    ['*', 'scan-not-a-serial'],
    ['otpauth://totp/a?secret=JBSWY3DPEHPK3PXP', 'scan-holds-secret'],
  ])('%j is refused as %s', (text, code) => {
    expect(type(text, text)).toBe(code);
  });
});

describe('a scan of a reader in keyboard mode', () => {
  const scan = (text: string): unknown => decide({ kind: 'wedgeScan', text });
  const by = { atMs: NOW_MS, readerKey: 'keyboard-wedge' };

  test.each([
    ['GALT11420104', 'GALT11420104', null],
    ['S/N:GALT11420104', 'GALT11420104', null],
    ['*VES0052649*', 'VES0052649', null],
    ['00040008CFA5', '00040008CFA5', null],
    [']C0GALT11420104', 'GALT11420104', ']C0'],
    [']C12120033752', '20033752', ']C1'],
  ])('%j is the serial number %s', (text, serialNumber, aimId) => {
    const scannedText = aimId === null ? text : text.slice(3);
    // Nobody has a place at this bench yet, so it is handed over at the keyboard.
    const scanned = { kind: 'scanned', ...by, readerName: '', laneId: 'keyboard', serialNumber, scannedText, aimId };
    expect(scan(text)).toEqual(aimId === null ? scanned : { ...scanned, rawText: text });
  });

  test.each([
    ['', 'scan-empty', ''],
    [']C0', 'scan-empty', ''],
    ['otpauth://totp/a?secret=JBSWY3DPEHPK3PXP', 'scan-holds-secret', ''],
    ['JBSWY3DPEHPK3PXP', 'scan-holds-secret', ''],
    ['https://example.com/t/1', 'scan-link', ''],
    ['ASSET-004711', 'scan-asset-tag', 'ASSET-004711'],
    [']E04006381333931', 'scan-retail-code', '4006381333931'],
    ['*', 'scan-not-a-serial', '*'],
    ['x'.repeat(4_096), 'scan-too-long', ''],
    // Which part is the label's cannot be known, so nothing of it is taken.
    ['\uFFFD20033752', 'scan-control-characters', ''],
    ['2003\uFFFD3752', 'scan-control-characters', ''],
  ])('%j is refused in the queue as %s', (text, code, shownText) => {
    expect(scan(text)).toEqual({ kind: 'scanRefused', ...by, problem: { code }, shownText });
  });

  test('six digits are a code that nobody waits for: refused, and in no event', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{6}$/), (digits) => {
        expect(scan(digits)).toMatchObject({
          kind: 'scanRefused',
          problem: { code: 'scan-not-a-serial' },
          shownText: '',
        });
        expect(JSON.stringify(scan(digits))).not.toContain(digits);
      }),
      { examples: [['004711']] },
    );
  });
});

describe('signing in and out', () => {
  const SESSIONS = {
    fixed: { kind: 'fixed', name: 'Practice' },
    out: { kind: 'out', problem: null },
    signingIn: { kind: 'signingIn', prompt: null },
    in: { kind: 'in', name: 'Desk', userPrincipalName: 'desk@example.com' },
    signingOut: { kind: 'signingOut' },
  } as const;

  test.each([
    ['fixed', 'command-not-allowed', 'command-not-allowed'],
    ['out', { kind: 'signInWanted', atMs: NOW_MS }, 'command-not-allowed'],
    ['signingIn', 'command-not-allowed', 'command-not-allowed'],
    ['in', 'command-not-allowed', { kind: 'signOutWanted', atMs: NOW_MS }],
    ['signingOut', 'command-not-allowed', 'command-not-allowed'],
  ] as const)('while the session is %s: in %j, out %j', (kind, signIn, signOut) => {
    const state = { ...EMPTY_STATE, session: SESSIONS[kind] };
    expect(decide({ kind: 'signIn' }, state)).toEqual(signIn);
    expect(decide({ kind: 'signOut' }, state)).toEqual(signOut);
  });
});

describe('commands about the whole station', () => {
  test('a search is trimmed', () => {
    expect(decide({ kind: 'searchUsers', query: '  ann  ' })).toEqual({
      kind: 'usersSearched',
      atMs: NOW_MS,
      query: 'ann',
    });
  });

  test('a blank search clears the list', () => {
    expect(decide({ kind: 'searchUsers', query: '   ' })).toEqual({ kind: 'usersSearched', atMs: NOW_MS, query: '' });
  });

  test('another page of the queue is shown', () => {
    expect(decide({ kind: 'showQueue', filter: 'issued', page: 2 })).toEqual({
      kind: 'queueShown',
      atMs: NOW_MS,
      filter: 'issued',
      page: 2,
    });
  });
});
