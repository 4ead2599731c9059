import { identityFaults } from './identity.ts';
import { leaks } from './leaks.ts';
import { hostileFaults } from './hostile.ts';
import type { Planted } from './planted.ts';
import { tenantFaults } from './tenants.ts';

/** Everything that `npm run test:planted` plants. */
export const planted: readonly Planted[] = [...leaks, ...identityFaults, ...tenantFaults, ...hostileFaults];
