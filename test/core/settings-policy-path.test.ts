import { describe, expect, test } from 'vitest';
import type { Platform } from '../../electron/contract/doctor.ts';
import type { Environment } from '../../electron/core/settings-environment.ts';
import { policyPaths } from '../../electron/core/settings-policy-path.ts';

describe('the policy of the computer', () => {
  const WINDOWS = 'C:\\ProgramData\\Token Station\\policy.json';

  test.each<readonly [Platform, Environment, readonly string[]]>([
    ['linux', { ProgramData: 'D:\\Mine' }, ['/etc/token-station/policy.json']],
    ['macos', {}, ['/Library/Application Support/Token Station/policy.json']],
    ['windows', {}, [WINDOWS]],
    ['windows', { ProgramData: 'D:\\Data' }, [WINDOWS, 'D:\\Data\\Token Station\\policy.json']],
  ])('on %s with %j is in %j', (platform, environment, paths) => {
    expect(policyPaths({ isPackaged: true, platform, environment })).toEqual(paths);
    expect(policyPaths({ isPackaged: false, platform, environment })).toEqual(paths);
  });

  test('can be given to an unpackaged build, and to no other', () => {
    const environment = { TOKEN_STATION_POLICY: '/tmp/p.json' };
    expect(policyPaths({ isPackaged: false, platform: 'linux', environment })).toEqual(['/tmp/p.json']);
    expect(policyPaths({ isPackaged: true, platform: 'linux', environment })).toEqual([
      '/etc/token-station/policy.json',
    ]);
    const empty = { TOKEN_STATION_POLICY: '' };
    expect(policyPaths({ isPackaged: false, platform: 'linux', environment: empty })).toHaveLength(1);
    expect(policyPaths({ isPackaged: false, platform: 'linux', environment: empty })[0]).toMatch(/^\/etc/);
  });
});
