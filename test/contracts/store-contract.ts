import { describe } from 'node:test';
import { eraseContract } from './store-erase.ts';
import { sealContract } from './audit-seals.ts';
import { commitContract } from './store-commits.ts';
import { feedContract } from './store-feeds.ts';
import type { MakeFixture } from './store-fixture.ts';
import { followContract } from './store-follow.ts';
import { modelContract } from './store-property.ts';
import { recordContract } from './store-records.ts';

/** Every promise of the store's port, for one adapter. */
export function storeContract(name: string, make: MakeFixture): void {
  describe(`store contract: ${name}`, () => {
    commitContract(make);
    recordContract(make);
    feedContract(make);
    followContract(make);
    modelContract(make);
    sealContract(make);
    eraseContract(make);
  });
}
