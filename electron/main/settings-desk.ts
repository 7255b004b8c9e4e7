import type { Result } from '../contract/result.ts';
import type { SettingsChange, SettingsView, StationSettings } from '../contract/settings.ts';
import { ok } from '../core/result.ts';
import { changeSettings } from '../core/settings-change.ts';
import { decideSettings, type DecidedSettings, type SettingsSources } from '../core/settings-decide.ts';
import type { SettingsPort } from '../core/settings-port.ts';
import { toSettingsView } from '../core/settings-view.ts';

/** The station's settings: what it was started with, what the files say now, and the way to change them. */
export type SettingsDesk = {
  readonly decided: DecidedSettings;
  /** As the files were read last. */
  readonly view: SettingsView;
  /** As they hold for what reads them anew each time; the others hold from the next start on. */
  readonly present: () => StationSettings;
  /** Problems as those of `changeSettings` and of the port. Nothing is changed by a refusal. */
  readonly change: (change: SettingsChange, replacesBroken: boolean) => Promise<Result<SettingsView>>;
};

/** Reads both files and decides what the station is. */
export async function openSettingsDesk(
  port: SettingsPort,
  place: Omit<SettingsSources, 'files'>,
): Promise<SettingsDesk> {
  const files = await port.read();
  const decided = decideSettings({ ...place, files });
  let present = decided.settings;
  return {
    decided,
    view: toSettingsView(files, decided, decided.settings),
    present: () => present,
    change: async (change, replacesBroken) => {
      const written = changeSettings(await port.read(), change, replacesBroken);
      if (!written.ok) return written;
      const saved = await port.save(written.value, replacesBroken);
      if (!saved.ok) return saved;
      const now = await port.read();
      const decidedNow = decideSettings({ ...place, files: now });
      present = decidedNow.settings;
      return ok(toSettingsView(now, decidedNow, decided.settings));
    },
  };
}
