import { ensureNodeModules } from './ensure-node-modules.mjs';
import { requireNode24, runNode } from './run-tool.mjs';

// Neither the app nor a reader is needed: only what stands in node_modules.
await ensureNodeModules();
requireNode24();
const args = ['build/tenant-check/tenant-check.ts', ...process.argv.slice(2)];
const { status } = await runNode(args, { show: true, isTheApp: true });
process.exitCode = status;
