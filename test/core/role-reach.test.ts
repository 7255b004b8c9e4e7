import { describe, expect, test } from 'vitest';
import type { DirectoryRole } from '../../electron/core/pre-flight-facts.ts';
import {
  CHANGES_TOKENS,
  CHANGES_TOKENS_OF_ANYBODY,
  holdsOneOf,
  READS_INVENTORY,
  roleOfTemplate,
  roleOutOfReach,
} from '../../electron/core/role-reach.ts';
import { ROLES } from '../../electron/practice/roles.ts';

const role = (roleTemplateId: string | null, displayName: string | null = null): DirectoryRole => ({
  roleTemplateId,
  displayName,
});

const AUTHENTICATION_ADMINISTRATOR = role('c4e39bd9-1100-46d3-8c65-fb160da0071f');
const GLOBAL_ADMINISTRATOR = role('62e90394-69f5-4237-9190-012177145e10');
const DIRECTORY_READERS = role('88d8e3e3-8f55-4a1e-953a-9b9898b8876b');
const HIDDEN = role(null);

describe('a role', () => {
  test.each(Object.entries(ROLES))(
    'the station and the practice tenant, each with its own table, say the same of %s',
    (name, { templateId, isAdmin }) => {
      expect(roleOfTemplate(templateId)).toEqual({ roleTemplateId: templateId, displayName: name });
      expect(roleOutOfReach([role(templateId)]) !== null).toBe(isAdmin);
    },
  );

  test('is known by its template id in any letter case, and by nothing else', () => {
    const shouted = role(AUTHENTICATION_ADMINISTRATOR.roleTemplateId?.toUpperCase() ?? null);
    expect(holdsOneOf([shouted], CHANGES_TOKENS)).toBe(true);
    expect(holdsOneOf([role('x', 'Authentication Administrator')], CHANGES_TOKENS)).toBe(false);
    expect(roleOfTemplate('x')).toEqual(role('x'));
  });
});

describe('who may change tokens', () => {
  test.each([
    ['an Authentication Administrator', AUTHENTICATION_ADMINISTRATOR, true, false],
    ['a Global Administrator', GLOBAL_ADMINISTRATOR, true, true],
    ['somebody with a role of which nothing is told', HIDDEN, false, false],
    ['a Directory Reader', DIRECTORY_READERS, false, false],
  ] as const)('%s', (_who, held, ofOthers, ofAnybody) => {
    expect(holdsOneOf([held], CHANGES_TOKENS)).toBe(ofOthers);
    expect(holdsOneOf([held], CHANGES_TOKENS_OF_ANYBODY)).toBe(ofAnybody);
  });

  test('nobody does without a role', () => {
    expect(holdsOneOf([], CHANGES_TOKENS)).toBe(false);
    expect(holdsOneOf([AUTHENTICATION_ADMINISTRATOR], READS_INVENTORY)).toBe(false);
  });
});

describe('whom an Authentication Administrator reaches', () => {
  test('those without a role, and those with harmless ones', () => {
    expect(roleOutOfReach([])).toBeNull();
    expect(roleOutOfReach([DIRECTORY_READERS, AUTHENTICATION_ADMINISTRATOR])).toBeNull();
  });

  test('not those with one other role, with one that is not known, or with one of which nothing is told', () => {
    const custom = role('0d9f2c7e-0000-4000-8000-000000000001', 'Our own role');
    expect(roleOutOfReach([DIRECTORY_READERS, GLOBAL_ADMINISTRATOR])).toEqual(GLOBAL_ADMINISTRATOR);
    expect(roleOutOfReach([custom])).toEqual(custom);
    expect(roleOutOfReach([HIDDEN])).toEqual(HIDDEN);
    // A name says more than no name.
    expect(roleOutOfReach([HIDDEN, custom])).toEqual(custom);
  });
});
