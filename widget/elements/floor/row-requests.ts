import type { FloorRow } from '@floorwalk/core/protocol';
import type { CommandInput, LiveClient, Outcome } from '../../client/index.ts';
import { CommandRequestedEvent } from '../../events/floor-events.ts';
import type { Refused } from './render-refused.ts';
import { whyNot, type RowDeed } from './row-commands.ts';

/** Commands that are done at once; the others are decided in a panel of their own. */
const atOnce = { withdraw: 'withdraw', cancelTransfer: 'cancel-transfer', claim: 'claim' } as const;

/** Where the requests come from: events go up from it, and it shows what was refused. */
interface RequestHost extends EventTarget {
  requestUpdate(): void;
}

/** Has the commands of rows carried out or asked for, and keeps what was refused until it is closed or the next is asked. */
export class RowRequests {
  readonly #host: RequestHost;
  readonly #client: () => LiveClient | undefined;
  readonly #carryOut: (command: CommandInput) => Promise<Outcome | undefined>;
  readonly #wordsOf: (outcome: Outcome) => string | undefined;
  #refused: Refused | undefined;

  /** `wordsOf` says what stood against a command; undefined where it was carried out. */
  constructor(
    host: RequestHost,
    client: () => LiveClient | undefined,
    carryOut: (command: CommandInput) => Promise<Outcome | undefined>,
    wordsOf: (outcome: Outcome) => string | undefined,
  ) {
    this.#host = host;
    this.#client = client;
    this.#carryOut = carryOut;
    this.#wordsOf = wordsOf;
  }

  get refused(): Refused | undefined {
    return this.#refused;
  }
  /** Says a refusal, or no more. */
  refuse(refused: Refused | undefined): void {
    this.#refused = refused;
    this.#host.requestUpdate();
  }

  /** Does nothing that is off for the row. */
  async request(row: FloorRow | undefined, command: RowDeed, isBeside: boolean): Promise<void> {
    const client = this.#client();
    if (!row || !client || whyNot(row, command, client.status.state === 'live') !== null) return;
    this.refuse(undefined);
    if (!isAtOnce(command)) return this.#ask(command, row, isBeside);
    const outcome = await this.#carryOut({ type: atOnce[command], conversation: row.id });
    if (!outcome) return;
    const words = this.#wordsOf(outcome);
    if (words) this.refuse({ id: row.id, words });
    // Who comes when a hand is raised looks at the conversation.
    else if (command === 'claim') this.#ask('monitor', row, true);
  }

  #ask(command: CommandRequestedEvent['command'], { id, customer }: FloorRow, isBeside: boolean): void {
    this.#host.dispatchEvent(new CommandRequestedEvent(command, id, customer, isBeside));
  }
}

const isAtOnce = (command: RowDeed): command is keyof typeof atOnce => Object.hasOwn(atOnce, command);
