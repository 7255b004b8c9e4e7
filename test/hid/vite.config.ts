import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'vite';

const folder = resolve('test/hid');
/** Each of these is started by itself: the tests and benchmarks, and the programs that they start. */
const started = readdirSync(folder).filter((name) => /\.(test|bench|program)\.ts$/.test(name));

/** All that the guest runs, as JavaScript. node-hid stays a package, for its native part; `usb` is not asked on Linux. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    outDir: resolve('out/hid'),
    emptyOutDir: true,
    rolldownOptions: {
      input: Object.fromEntries(started.map((name) => [name.replace(/\.ts$/, ''), join(folder, name)])),
      output: { entryFileNames: '[name].mjs', chunkFileNames: 'shared/[name].mjs' },
    },
  },
  ssr: { noExternal: true, external: ['node-hid', 'usb/index.js'] },
});
