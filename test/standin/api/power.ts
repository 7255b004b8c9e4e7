// powerMonitor and powerSaveBlocker. A test makes the machine sleep with powerMonitor.emit('suspend'), as on Electron.
import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';

export const powerMonitor = strict(
  Object.assign(new EventEmitter(), {
    onBatteryPower: false,
    isOnBatteryPower: (): boolean => false,
    getSystemIdleState: (): string => 'active',
    getSystemIdleTime: (): number => 0,
    getCurrentThermalState: (): string => 'unknown',
  }),
  'powerMonitor',
);

const blockers = new Set<number>();
let lastBlocker = 0;

export const powerSaveBlocker = strict(
  {
    start(_type: string): number {
      blockers.add(++lastBlocker);
      return lastBlocker;
    },
    stop: (id: number): boolean => blockers.delete(id),
    isStarted: (id: number): boolean => blockers.has(id),
  },
  'powerSaveBlocker',
);
