import { BotConfigError, readBotConfig } from './config.ts';
import { createLogger } from './log.ts';
import { startBot } from './start-bot.ts';

try {
  const config = readBotConfig(process.env);
  const log = createLogger(config.logLevel);
  const bot = await startBot(config, { log });
  log.info({ url: bot.url, server: config.server, demo: config.demo }, 'The Teams bot listens.');
  const stop = (): void => {
    bot.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  if (!(error instanceof BotConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
