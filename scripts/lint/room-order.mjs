import { onEveryImport, placeOf, ROOMS, targetOf } from './house.mjs';

/** Keeps the way of the data one way: along the thread, from the platform up. */
export const roomOrder = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      roomBelow:
        'Room order: “{{from}}” imports “{{to}}”, which comes later in the thread. An earlier room never learns ' +
        'of a later one, so that the data flows one way: emit a domain event that “{{to}}” handles, or let ' +
        '“{{to}}” add the field to your type.',
      platformKnowsRoom:
        'Room order: the platform imports the room “{{to}}”. The ground floor knows no domain word, so that ' +
        'every room can stand on it: let the room hand this over in the value of its index.ts.',
      outside:
        'Room order: “{{from}}” imports {{to}}. A room stands on the rooms above it and on the platform only, ' +
        'so that it can be read and tested without the process around it: let main.ts pass this in.',
      unlisted:
        'Room order: {{from}} stands in no room. Every folder of the API has its place in the thread: use a ' +
        'room, or add the new one to ROOMS in scripts/lint/house.mjs.',
    },
  },
  create(context) {
    const here = placeOf(context.filename);
    if (!here || here.area === 'free') return {};
    if (here.area === 'unlisted') {
      return {
        Program: (node) => context.report({ node, messageId: 'unlisted', data: { from: here.name } }),
      };
    }
    return onEveryImport((node, specifier) => {
      const { place: there } = targetOf(context.filename, specifier);
      const messageId = there && broken(here, there);
      if (messageId) context.report({ node, messageId, data: { from: here.name, to: there.name } });
    });
  },
};

/** @returns {string | undefined} the message of the broken rule */
function broken(here, there) {
  if (here.area === 'platform') return there.area === 'room' ? 'platformKnowsRoom' : undefined;
  if (there.area === 'platform') return undefined;
  if (there.area !== 'room') return 'outside';
  return ROOMS.indexOf(there.name) > ROOMS.indexOf(here.name) ? 'roomBelow' : undefined;
}
