/**
 * The bans of this house, as an oxlint plugin. Where each one holds is in .oxlintrc.json.
 * A selector says which syntax is meant (esquery, as in ESLint); the message says why and what to do instead.
 */
const bans = {
  'no-ipc-main': {
    selector: named('ipcMain'),
    message:
      'Only electron/main/ipc.ts names ipcMain: it checks the sender and the command for every call. Add a Command.',
  },
  'no-bridge': {
    selector: named('contextBridge', 'ipcRenderer'),
    message: 'Only electron/preload opens the door between page and main process. Use window.station.',
  },
  'no-clock-or-chance': {
    selector: [
      'NewExpression[callee.name="Date"][arguments.length=0]',
      'CallExpression[callee.name="Date"]',
      'MemberExpression[object.name="Date"]:matches([property.name="now"], [property.value="now"])',
      'MemberExpression[object.name="Math"]:matches([property.name="random"], [property.value="random"])',
    ].join(', '),
    message:
      'core gives the same answer to the same input. Take the time or the number as an argument, or from an event.',
  },
  'no-throw': {
    selector: 'ThrowStatement',
    message: 'core returns expected trouble as a Problem. A broken invariant is thrown by core/unreachable.ts alone.',
  },
  'no-any': {
    selector: 'TSAnyKeyword',
    message: 'any switches the compiler off for all that it touches. Take unknown and parse it.',
  },
  'no-enum': {
    selector: 'TSEnumDeclaration',
    message: 'An enum is code that types alone should be. Use a union of words, or objects with a kind.',
  },
  'no-default-export': {
    selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
    message:
      'A default export gets another name at every import. Export by name; only config files are asked for a default.',
  },
  'no-console': {
    selector: 'MemberExpression[object.name="console"]',
    message:
      'console would show what the log must not hold, and to nobody. Use the log in the main process, a Problem elsewhere.',
  },
  'no-module-mocks': {
    selector: 'MemberExpression[object.name="vi"][property.name=/^(mock|doMock|importMock|stubGlobal)$/]',
    message:
      'A mocked module hides what the code needs. Everything outside is an argument: pass a fake from test/fakes.',
  },
};

function named(...names) {
  return names.flatMap((name) => [`Identifier[name="${name}"]`, `Literal[value="${name}"]`]).join(', ');
}

function createBan({ selector, message }) {
  const create = (context) => {
    const seen = new Set();
    // `import { x }` has two identifiers in one place.
    const report = (node) => !seen.has(node.start) && seen.add(node.start) && context.report({ node, message });
    return { [selector]: report };
  };
  return { create };
}

const noSpiedModules = {
  create(context) {
    const imported = new Set();
    const message =
      'A spy on a module changes it for everybody. Everything outside is an argument: pass a fake from test/fakes.';
    return {
      'ImportDeclaration > *.specifiers': (node) => imported.add(node.local.name),
      'CallExpression[callee.object.name="vi"][callee.property.name="spyOn"]': (node) => {
        if (imported.has(node.arguments[0]?.name)) context.report({ node, message });
      },
    };
  },
};

const rules = Object.fromEntries(Object.entries(bans).map(([name, ban]) => [name, createBan(ban)]));

export default { meta: { name: 'house' }, rules: { ...rules, 'no-spied-modules': noSpiedModules } };
