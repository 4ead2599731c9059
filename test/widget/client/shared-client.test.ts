import { shareClient } from '../../../widget/client/index.ts';
import { steppedTime } from '../support/stepped-time.ts';
import { expect } from '@open-wc/testing';

const never = (): Promise<string> => new Promise(() => {});

describe("the page's connection", () => {
  it('is one for all panels that sign in alike, and others have their own', () => {
    const getToken = never.bind(undefined);
    const server = 'https://floor.example';
    const panels = [
      shareClient({ server, getToken }),
      shareClient({ server, getToken }),
      shareClient({ server, getToken: never.bind(undefined) }),
      shareClient({ server: 'https://other.example', getToken }),
      shareClient({ server, getToken, desk: true }),
    ];
    const [first, second, ...others] = panels.map(({ client }) => client);
    expect(second).to.equal(first);
    expect(new Set([first, ...others]).size).to.equal(4);
    for (const { release } of panels) release();
  });

  it('survives that a panel is moved on the page, and ends after the last one has gone', async () => {
    const time = steppedTime();
    try {
      const signIn = { server: 'https://floor.example', getToken: never.bind(undefined) };
      const first = shareClient(signIn);
      first.release();
      first.release();
      await time.step(4_000);
      const moved = shareClient(signIn);
      expect(moved.client).to.equal(first.client);
      await time.step(60_000);
      expect(shareClient(signIn).client).to.equal(first.client);
      moved.release();
    } finally {
      time.restore();
    }
  });
});
