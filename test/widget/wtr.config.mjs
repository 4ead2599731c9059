import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { CHROMIUM_ARGS, chromiumPath } from '../support/chromium.ts';
import { pressedKeys } from './support/pressed-keys.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export default {
  rootDir: at('../..'),
  files: at('./**/*.test.ts'),
  concurrency: 2,
  nodeResolve: { exportConditions: ['development'] },
  plugins: [pressedKeys, esbuildPlugin({ ts: true, target: 'es2022', tsconfig: at('../../widget/tsconfig.json') })],
  // The first accessibility check of a file takes seconds on a busy machine.
  testFramework: { config: { timeout: 15_000 } },
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] },
      // A colour on its way to another is no state: nothing moves but where a test asks for it.
      createBrowserContext: ({ browser }) => browser.newContext({ reducedMotion: 'reduce' }),
    }),
  ],
};
