// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { actionFor, bindingOf, KEY_ACTIONS, type KeySpot } from '../../renderer/keys.ts';

const nowhere: KeySpot = {
  inField: false,
  inText: false,
  inCodeField: false,
  inQuestion: false,
  inQueueRow: false,
  inSignIn: false,
  inSettings: false,
  inSeeds: false,
  inScreen: false,
  inDoctor: false,
  inDialog: false,
};
const inSearch: KeySpot = { ...nowhere, inField: true };
const inCode: KeySpot = { ...inSearch, inCodeField: true };
const inRow: KeySpot = { ...nowhere, inQueueRow: true };
const inDoctor: KeySpot = { ...nowhere, inDoctor: true };
const inSettings: KeySpot = { ...nowhere, inSettings: true };
const inSeeds: KeySpot = { ...nowhere, inSeeds: true };
const inDialog: KeySpot = { ...inSearch, inDialog: true };

function press(key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>> = {}) {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

describe('the table of keys', () => {
  test.each([
    ['Escape', {}, inCode, 'clearCode'],
    ['Escape', {}, inSearch, null],
    ['Escape', {}, { ...inRow, inQuestion: true, inQueueRow: false }, 'keep'],
    ['F2', {}, inSearch, 'parkItem'],
    ['F3', {}, nowhere, 'typeSerial'],
    ['F3', {}, inDialog, null],
    ['F4', {}, inCode, 'otherPerson'],
    ['F6', {}, nowhere, 'nextArea'],
    ['F6', { shiftKey: true }, nowhere, 'previousArea'],
    ['F7', {}, nowhere, 'practice'],
    ['F8', {}, nowhere, 'retry'],
    ['F9', {}, nowhere, 'readNow'],
    ['Delete', {}, inRow, 'remove'],
    ['Delete', {}, inCode, null],
    ['?', { shiftKey: true }, nowhere, 'help'],
    ['?', {}, nowhere, 'help'],
    ['?', {}, inSearch, null],
    ['F1', {}, inSearch, 'help'],
    ['m', { ctrlKey: true }, inCode, 'mute'],
    ['M', { ctrlKey: true }, inDialog, 'mute'],
    ['m', { metaKey: true }, nowhere, null],
    ['m', {}, nowhere, null],
    ['b', { ctrlKey: true }, nowhere, 'acrossBench'],
    ['F10', {}, inCode, 'doctor'],
    ['F10', {}, inDialog, null],
    ['Escape', {}, inDoctor, 'closeDoctor'],
    ['Escape', {}, { ...inDoctor, inQuestion: true }, 'keep'],
    ['Escape', {}, { ...inDoctor, inDialog: true }, null],
    [',', { ctrlKey: true }, inCode, 'settings'],
    [',', { ctrlKey: true }, inDialog, null],
    [',', {}, inSearch, null],
    ['Escape', {}, inSettings, 'closeSettings'],
    ['Escape', {}, { ...inSettings, inQuestion: true }, 'keep'],
    ['Escape', {}, { ...inSettings, inDialog: true }, null],
    ['Escape', {}, { ...inSettings, inSignIn: true }, 'cancelSignIn'],
    ['s', { ctrlKey: true }, { ...inSettings, inField: true }, 'saveSettings'],
    ['s', { ctrlKey: true }, inCode, null],
    ['S', { ctrlKey: true, shiftKey: true }, { ...inSettings, inField: true }, 'seeds'],
    ['S', { ctrlKey: true, shiftKey: true }, inCode, 'seeds'],
    ['S', { ctrlKey: true, shiftKey: true }, inDialog, null],
    ['Escape', {}, inSeeds, 'closeSeeds'],
    ['Escape', {}, { ...inSeeds, inField: true, inText: true, inCodeField: true }, 'clearCode'],
    ['Escape', {}, { ...inSeeds, inDialog: true }, null],
    ['l', { ctrlKey: true }, inCode, 'signIn'],
    ['L', { ctrlKey: true }, nowhere, 'signIn'],
    ['L', { ctrlKey: true, shiftKey: true }, nowhere, 'signOut'],
    ['1', { ctrlKey: true }, inCode, 'lane1'],
    ['6', { ctrlKey: true }, nowhere, 'lane6'],
    ['7', { ctrlKey: true }, nowhere, null],
    ['1', {}, inCode, null],
    ['1', { ctrlKey: true }, inDialog, null],
    ['F4', { altKey: true }, nowhere, null],
    ['F5', {}, inCode, 'checkAgain'],
    ['F12', {}, inCode, 'replaceToken'],
    ['F12', {}, inDialog, null],
    ['z', { ctrlKey: true }, inRow, 'undo'],
    ['z', { ctrlKey: true }, inCode, 'undo'],
    ['z', { ctrlKey: true }, { ...inSearch, inText: true }, null],
    ['z', {}, nowhere, null],
    ['p', { ctrlKey: true }, inCode, 'planAside'],
    ['Enter', {}, inRow, null],
  ] as const)('%s %o', (key, held, spot, action) => {
    expect(actionFor(press(key, held), spot)).toBe(action);
  });

  test('the digits’ keys count where they write other signs', () => {
    expect(actionFor({ ...press('&', { ctrlKey: true }), code: 'Digit1' }, nowhere)).toBe('lane1');
    expect(actionFor({ ...press('&'), code: 'Digit1' }, nowhere)).toBeNull();
  });

  test('no two bindings share a key in the same place', () => {
    const keys = KEY_ACTIONS.map((action) => {
      const { key, ctrl, shift, place, group } = bindingOf(action);
      return [ctrl, shift, key, place, group].join(' ');
    });
    expect(new Set(keys).size).toBe(keys.length);
  });
});
