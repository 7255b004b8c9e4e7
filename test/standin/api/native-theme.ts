// nativeTheme: follows what the app sets; the desktop itself is always light and without contrast settings.
import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';

type ThemeSource = 'system' | 'light' | 'dark';

export class NativeTheme extends EventEmitter {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly shouldUseDarkColorsForSystemIntegratedUI = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  private source: ThemeSource = 'system';

  get themeSource(): ThemeSource {
    return this.source;
  }
  set themeSource(source: ThemeSource) {
    if (source === this.source) return;
    this.source = source;
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }
}

export const nativeTheme = strict(new NativeTheme(), 'nativeTheme');
