import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vitest/config';

/** A file that needs Electron belongs to the shell and is tested in the running app; without this it would go and fetch it. */
const noElectron: Plugin = {
  name: 'no-electron',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id !== 'electron' && !id.startsWith('electron/')) return null;
    throw new Error(
      `${importer ?? 'A test'} imports ${id}: a unit test runs without it. Pass what is needed, or test it in test/e2e.`,
    );
  },
};

const IN_A_BROWSER = 'test/renderer/real-*.test.ts';

const isInsideReadmeTest = process.env['TOKEN_STATION_INSIDE_README_TEST'] !== undefined;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [noElectron],
        test: {
          name: 'unit',
          // A test leaves nothing behind, so that one worker can run many files: half the time.
          isolate: false,
          include: ['test/{build,core,io,main,practice,ports,fakes}/**/*.test.ts'],
        },
      },
      {
        plugins: [noElectron, react()],
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          exclude: [IN_A_BROWSER],
          environment: 'happy-dom',
        },
      },
      {
        // What only a real page shows: layout, scrolling, the policy. It builds the window first, so it is not quick.
        test: { name: 'browser', include: [IN_A_BROWSER], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        test: { name: 'house', include: ['test/house/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        test: {
          name: 'house-slow',
          include: ['test/house/slow/*.test.ts'],
          // These run the README's commands in a copy of the project, which must not do the same again.
          exclude: isInsideReadmeTest ? ['**'] : [],
          testTimeout: 600_000,
          hookTimeout: 60_000,
          // After the others: they take the whole machine.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
