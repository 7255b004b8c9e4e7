import { watch } from 'node:fs';
import type { PlugEvents } from './plug-events.ts';

const HIDRAW_NODE = /^hidraw\d+$/;

/**
 * Linux: every HID device has a node in /dev, and inotify tells when one comes, goes or is given other rights. So a udev
 * rule that is applied a moment after the node was made is seen, too, and so is a device on Bluetooth.
 */
export function watchDevFolder(folder = '/dev'): PlugEvents {
  return {
    watch: (onChange, onFailed) => {
      try {
        const watcher = watch(folder, { persistent: false }, (event, name) => {
          // Source: Node, `fs.watch`: the name is not always given.
          if (name !== null && !HIDRAW_NODE.test(name)) return;
          onChange(event === 'rename' ? 'devices' : 'rights');
        });
        watcher.on('error', onFailed);
        return () => {
          watcher.close();
        };
      } catch {
        // No such folder, or no inotify watch left.
        onFailed();
        return () => undefined;
      }
    },
  };
}
