import { checkRooms } from './check-rooms.ts';
import { readTree } from './read-tree.ts';

// The step `rooms` of `npm run check`.
const violations = checkRooms(readTree());
for (const { file, message } of violations) console.log(`${file}: ${message}`);
process.exitCode = violations.length > 0 ? 1 : 0;
