import { parseDeviceList } from '../../electron/core/graph-device-answer.ts';
import { findDevicesRequest } from '../../electron/core/graph-device-request.ts';
import { askForUser } from './ask-for-user.ts';
import { readMethods, type Before } from './find-token.ts';
import { bodyOf, inOtherCase } from './learning.ts';
import type { SubjectName } from './question.ts';
import { tryRead, type Run } from './try-step.ts';

/** Those who may get the test token for a moment, and what they had before. */
export type TestUsers = ReadonlyMap<SubjectName, Before>;

/** Asks whom and what the reads are about. Both can be left out. */
export async function nameReadSubjects(run: Run): Promise<void> {
  const { dialogue, notebook } = run;
  const user = await askForUser(run, 'Reads only: somebody who has a hardware token already, whose list may be read.');
  if (user) notebook.learn({ someone: user.id, someoneName: user.displayName });
  const serial = await dialogue.ask(
    'Reads only: a serial number that is in the inventory, best one with letters.\n(nothing: the first of the inventory, where it can be read)',
  );
  if (serial === '') return;
  notebook.hide('serial', serial);
  const otherCase = inOtherCase(serial);
  notebook.learn({ serial, ...(otherCase === null ? {} : { serialInOtherCase: otherCase }) });
}

type Person = {
  readonly name: SubjectName;
  readonly who: string;
  readonly question: string;
  readonly getsToken: boolean;
};

const PEOPLE: readonly Person[] = [
  {
    name: 'testUser',
    who: 'the test user',
    question: 'For writes: a TEST USER who may get the test token for some minutes. Not yourself.',
    getsToken: true,
  },
  {
    name: 'secondUser',
    who: 'the second test user',
    question: 'For one write: a SECOND test user, to see how a token of somebody else is refused.',
    getsToken: true,
  },
  {
    name: 'guest',
    who: 'the guest',
    question: 'For one write: a GUEST, to see how a guest is refused.',
    getsToken: true,
  },
  {
    name: 'fullUser',
    who: 'the user with five methods',
    question: 'For one write: a user who has FIVE tokens and authenticator apps, to see how a sixth is refused.',
    getsToken: true,
  },
  {
    name: 'adminUser',
    who: 'the administrator',
    question: 'For one write that cannot act: an ADMINISTRATOR whom your own role does not reach.',
    getsToken: false,
  },
];

/**
 * Asks whom and what writes may be tried on. Without a test user there are no writes. Who may get the token must have a
 * list that can be read: what cannot be read back cannot be put back.
 */
export async function nameWriteSubjects(run: Run): Promise<TestUsers> {
  const { dialogue, notebook } = run;
  const users = new Map<SubjectName, Before>();
  for (const { name, who, question, getsToken } of PEOPLE) {
    if (name !== 'testUser' && !notebook.subjects().testUser) break;
    const user = await askForUser(run, question);
    if (!user) continue;
    if (user.id === notebook.subjects().operator) {
      dialogue.say('  That is yourself: name somebody else for that. Left out.');
      continue;
    }
    notebook.learn({ [name]: user.id });
    if (!getsToken) continue;
    const { methods } = await readMethods(run, user.id, 'before');
    if (methods !== null) {
      users.set(name, { who, userId: user.id, methodIds: new Set(methods.map(({ methodId }) => methodId)) });
    } else {
      dialogue.say('  Their tokens cannot be read, so nothing could be proven or put back: they get no token.');
      if (name !== 'testUser') notebook.forget(name);
    }
  }
  if (users.has('testUser')) await nameTestToken(run, users);
  return users;
}

async function nameTestToken(run: Run, users: TestUsers): Promise<void> {
  const { dialogue, notebook } = run;
  const serial = await dialogue.ask(
    'For writes: the serial number of a TEST TOKEN that is in your hand, is in the inventory, and that nobody has.\n(nothing: only writes that cannot act)',
  );
  if (serial === '') return;
  notebook.hide('serial', serial);
  const problem = await whyNotFree(run, serial);
  if (problem !== null) {
    dialogue.say(`  ${problem} It is not used.`);
    return;
  }
  const otherCase = inOtherCase(serial);
  notebook.learn({ testToken: serial, ...(otherCase === null ? {} : { testTokenInOtherCase: otherCase }) });
  for (const { userId } of users.values()) {
    const { methods } = await readMethods(run, userId, 'before');
    const has = methods?.some(({ serialNumber }) => serialNumber?.toLowerCase() === serial.toLowerCase());
    if (!has) continue;
    dialogue.say('  One of the users you named has a token with this serial number already. It is not used.');
    notebook.forget('testToken');
    notebook.forget('testTokenInOtherCase');
  }
}

/** Where the inventory can be read, it tells whether somebody has the token, and its id. */
async function whyNotFree(run: Run, serial: string): Promise<string | null> {
  const request = findDevicesRequest(serial);
  const attempts = await tryRead(run, { what: 'look up', request, parse: parseDeviceList });
  const found = parseDeviceList(bodyOf(attempts.at(-1)?.answer));
  if (!found.ok) return null;
  const [device, another] = found.value;
  if (!device) return 'The inventory does not have this serial number.';
  if (another) return 'The inventory has this serial number more than once.';
  if (device.assignedTo !== null || device.status !== 'available')
    return 'Somebody has this token, or had it just now.';
  run.notebook.learn({ testTokenId: device.deviceId });
  return null;
}
