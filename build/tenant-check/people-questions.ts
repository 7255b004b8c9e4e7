import { parseMethodList, parseUser, parseUserList } from '../../electron/core/graph-answer.ts';
import { batchRequest } from '../../electron/core/graph-batch.ts';
import { listMethodsRequest } from '../../electron/core/graph-method-request.ts';
import { encodeQuery, encodeSegment, userPath } from '../../electron/core/graph-path.ts';
import {
  findByEmployeeIdRequest,
  readMeRequest,
  readRequest,
  readUserRequest,
  searchUsersRequest,
} from '../../electron/core/graph-request.ts';
import { SELF } from '../../electron/core/graph-port.ts';
import { fieldsTold, placeOfDetails, rolesTold } from './conclusions.ts';
import { firstMethodId, objectId } from './learning.ts';
import type { ReadQuestion, Rights } from './question.ts';

const NONE: Rights = { scopes: [], roles: [] };

/** Source: Microsoft Graph permissions reference (2026-08), and the pages of the calls. */
export const READ_METHODS: Rights = {
  scopes: [
    'UserAuthMethod-HardwareOATH.Read.All',
    'UserAuthMethod-HardwareOATH.ReadWrite.All',
    'UserAuthenticationMethod.Read.All',
    'UserAuthenticationMethod.ReadWrite.All',
  ],
  roles: ['Authentication Administrator', 'Privileged Authentication Administrator', 'Global Reader'],
};

const READ_PEOPLE: Rights = { scopes: ['User.ReadBasic.All', 'User.Read.All'], roles: [] };

/** Reads about people and their tokens; each is sent as the station sends it, where the station has such a call. */
export const PEOPLE_QUESTIONS: readonly ReadQuestion[] = [
  {
    kind: 'read',
    id: 'own-profile',
    open: 'Which fields of the own profile come back under the granted permissions.',
    wants: { scopes: ['User.Read', 'User.ReadBasic.All', 'User.Read.All'], roles: [] },
    needs: [],
    steps: () => [{ what: 'read me', request: readMeRequest(), parse: parseUser }],
    learns: (answer) => objectId('operator', answer),
    conclude: fieldsTold,
  },
  {
    kind: 'read',
    id: 'own-roles',
    open: 'Whether the own admin roles can be read, and by which fields, under the granted permissions.',
    wants: NONE,
    needs: [],
    steps: () => [
      {
        what: 'roles of me',
        request: readRequest(
          `/me/transitiveMemberOf/microsoft.graph.directoryRole?${encodeQuery({ $select: 'displayName,roleTemplateId' })}`,
        ),
      },
    ],
    conclude: rolesTold,
  },
  {
    kind: 'read',
    id: 'own-method-list',
    open: 'Whether the own tokens can be read at /me with the permission over others alone.',
    wants: { scopes: READ_METHODS.scopes, roles: [] },
    needs: [],
    steps: () => [{ what: 'list', request: listMethodsRequest(SELF), parse: parseMethodList }],
    conclude: placeOfDetails,
  },
  {
    kind: 'read',
    id: 'version-1',
    open: 'Whether the calls are known in v1.0 by now; the documents have them in beta alone.',
    wants: NONE,
    needs: [],
    steps: () => [{ what: 'list in v1.0', request: listMethodsRequest(SELF), version: 'v1.0' }],
  },
  {
    kind: 'read',
    id: 'user-fields',
    open: 'Which fields of another user come back under the granted permissions, and which of them empty.',
    wants: READ_PEOPLE,
    needs: ['someone'],
    steps: (given) => [{ what: 'read user', request: readUserRequest(given('someone')), parse: parseUser }],
    conclude: fieldsTold,
  },
  {
    kind: 'read',
    id: 'user-search',
    open: 'Whether the search by name, mail and sign-in name works under the granted permissions.',
    wants: READ_PEOPLE,
    needs: ['someoneName'],
    steps: (given) => [{ what: 'search', request: searchUsersRequest(given('someoneName')), parse: parseUserList }],
  },
  {
    kind: 'read',
    id: 'employee-filter',
    open: 'How a filter by employee id is answered where the permissions do not show that field.',
    wants: { scopes: ['User.Read.All'], roles: [] },
    needs: ['unknownSerial'],
    steps: (given) => [
      { what: 'filter', request: findByEmployeeIdRequest(given('unknownSerial')), parse: parseUserList },
    ],
  },
  {
    kind: 'read',
    id: 'unknown-user',
    open: 'The status, the code and the words for a user who does not exist.',
    wants: READ_METHODS,
    needs: ['unknownId'],
    steps: (given) => [
      { what: 'read user', request: readUserRequest(given('unknownId')), parse: parseUser },
      { what: 'list of that user', request: listMethodsRequest(given('unknownId')), parse: parseMethodList },
    ],
  },
  {
    kind: 'read',
    id: 'method-list',
    open: 'Whether the details of a token stand in `device` or flat in a list without $expand.',
    wants: READ_METHODS,
    needs: ['someone'],
    steps: (given) => [{ what: 'list', request: listMethodsRequest(given('someone')), parse: parseMethodList }],
    learns: firstMethodId,
    conclude: placeOfDetails,
  },
  {
    kind: 'read',
    id: 'method-list-expanded',
    open: 'Whether $expand=device is ever needed, and whether it is taken.',
    wants: READ_METHODS,
    needs: ['someone'],
    steps: (given) => {
      const { path } = listMethodsRequest(given('someone'));
      return [{ what: 'list with $expand', request: readRequest(`${path}?$expand=device`), parse: parseMethodList }];
    },
    conclude: placeOfDetails,
  },
  {
    kind: 'read',
    id: 'method-single',
    open: 'The shape of one method, and whether its device has an address of its own.',
    wants: READ_METHODS,
    needs: ['someone', 'methodId'],
    steps: (given) => {
      const path = `${listMethodsRequest(given('someone')).path}/${encodeSegment(given('methodId'))}`;
      return [
        { what: 'one method', request: readRequest(path) },
        { what: 'its device', request: readRequest(`${path}/device`) },
      ];
    },
  },
  {
    kind: 'read',
    id: 'unknown-method',
    open: 'The status, the code and the words for a method that the user does not have.',
    wants: READ_METHODS,
    needs: ['someone', 'unknownId'],
    steps: (given) => {
      const { path } = listMethodsRequest(given('someone'));
      return [{ what: 'one method', request: readRequest(`${path}/${encodeSegment(given('unknownId'))}`) }];
    },
  },
  {
    kind: 'read',
    id: 'roles-of-others',
    open: 'Whether the admin roles of another user can be read, and by which fields.',
    wants: READ_PEOPLE,
    needs: ['someone'],
    steps: (given) => [
      {
        what: 'roles of the user',
        request: readRequest(
          `${userPath(given('someone'))}/transitiveMemberOf/microsoft.graph.directoryRole?${encodeQuery({ $select: 'displayName,roleTemplateId' })}`,
        ),
      },
    ],
    conclude: rolesTold,
  },
  {
    kind: 'read',
    id: 'batch',
    open: 'Whether two reads of these calls can go in one batch, and what headers an item has.',
    wants: READ_METHODS,
    needs: ['someone'],
    steps: (given) => [
      { what: 'batch of two', request: batchRequest([readMeRequest(), listMethodsRequest(given('someone'))]) },
    ],
  },
];
