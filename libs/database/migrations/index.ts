import { Initial1795000000000 } from './1795000000000-initial.js';

/** Every migration, oldest first; a list and not a folder pattern, so that a bundle or a rename cannot lose one. */
export const migrations = [Initial1795000000000];
