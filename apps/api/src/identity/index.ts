import { serveSmallDeeds } from '../platform/http/small-deeds.ts';
import type { Room } from '../platform/room.ts';
import { accountEntities } from './account.entity.ts';
import { AccountKeepingResolver } from './account-keeping.resolver.ts';
import { accountById, roleById } from './account.queries.ts';
import { AccountResolver, RoleAssignmentResolver } from './account.resolver.ts';
import { identityPolicies } from './identity.access.ts';
import { NoticeSchema } from './notice.entity.ts';
import { noticeById } from './notice.queries.ts';
import { fillWithCode } from './one-time-code.commands.ts';
import { OneTimeCodeSchema } from './one-time-code.entity.ts';
import { servePasswords } from './password.routes.ts';
import { forgetOldSessions } from './session.commands.ts';
import { sessionEntities } from './session.entity.ts';
import { serveSessions } from './session.routes.ts';
import { ApiTokenSchema } from './token.entity.ts';
import { tokenById } from './token.queries.ts';
import { TokenResolver } from './token.resolver.ts';
import { identityPart } from './viewer.queries.ts';
import { NoticeResolver, ViewerResolver } from './viewer.resolver.ts';

export const identity: Room = {
  name: 'identity',
  entities: [...accountEntities, ...sessionEntities, OneTimeCodeSchema, ApiTokenSchema, NoticeSchema],
  resolvers: [
    ViewerResolver,
    NoticeResolver,
    AccountResolver,
    RoleAssignmentResolver,
    AccountKeepingResolver,
    TokenResolver,
  ],
  policies: identityPolicies,
  nodes: {
    acc: { typename: 'Account', load: accountById },
    rol: { typename: 'RoleAssignment', load: roleById },
    tok: { typename: 'ApiToken', load: tokenById },
    ntc: { typename: 'Notice', load: noticeById },
  },
  viewerPart: identityPart,
  jobs: [{ name: 'identity.forget-old-sessions', cron: '20 2 * * *', run: forgetOldSessions }],
  letters: {
    invitation: fillWithCode('ACTIVATION'),
    registration: fillWithCode('ACTIVATION'),
    reset: fillWithCode('RESET'),
  },
  routes: (app, service) =>
    serveSmallDeeds(app, service, (scope) => {
      serveSessions(scope, service);
      servePasswords(scope, service);
    }),
};
