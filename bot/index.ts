import { readBotConfig } from './config.ts';
import { createLogger } from './log.ts';
import { startBot } from './start-bot.ts';

/** A bot that listens at `url` until it is closed. */
export interface FloorwalkBot {
  /** `http://host:port`. */
  readonly url: string;
  /** Stops cleanly; what it had to deliver is kept for the next start. */
  close(): Promise<void>;
}

/** Starts the bot in this process with its settings (`BOT_…`); rejects with all that is wrong with them. */
export async function start(settings: Readonly<Record<string, string | undefined>>): Promise<FloorwalkBot> {
  const config = readBotConfig(settings);
  const { url, close } = await startBot(config, { log: createLogger(config.logLevel) });
  return { url, close };
}
