import { fileKinds } from './file-kinds.mjs';
import { roomOrder } from './room-order.mjs';

/** The rules of the house as an ESLint plugin. */
export const simpul = { rules: { 'room-order': roomOrder, 'file-kinds': fileKinds } };
