import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tables } from '../../../bot/words/index.ts';
import { languages } from '../../../bot/words/language.ts';

/** Of the panels' words only plain ones are looked at. */
type Table = Readonly<Record<string, string>>;

/** What the panels call these, by language. */
const panels = async (language: string): Promise<Table> => {
  const folder = `../../../widget/strings/${language}`;
  const [table, rows] = await Promise.all([
    import(`${folder}/words.ts`) as Promise<{ words: Table }>,
    import(`${folder}/floor.ts`) as Promise<{ floor: Table }>,
  ]);
  return { ...table.words, ...rows.floor };
};

for (const language of languages)
  test(`the bot and the panels have one word for one thing: ${language}`, async () => {
    const said = await panels(language);
    const bot = tables[language];
    const pairs: readonly (readonly [string, string | undefined])[] = [
      [bot.card.floor, said.floor],
      [bot.states.open, said.stateOpen],
      [bot.states.offered, said.stateOffered],
      [bot.states.active, said.stateActive],
      [bot.states.waiting, said.stateWaiting],
      [bot.states['wrap-up'], said.stateWrapUp],
      [bot.states.closed, said.stateClosed],
      [bot.presences.available, said.presenceAvailable],
      [bot.presences.busy, said.presenceBusy],
      [bot.presences.doNotDisturb, said.presenceDoNotDisturb],
      [bot.presences.away, said.presenceAway],
      [bot.presences.offline, said.presenceOffline],
      [bot.presences.inactive, said.presenceInactive],
      ...[
        said.sentimentVeryNegative,
        said.sentimentNegative,
        said.sentimentSlightlyNegative,
        said.sentimentNeutral,
        said.sentimentSlightlyPositive,
        said.sentimentPositive,
        said.sentimentVeryPositive,
      ].map((word, step) => [bot.sentiments[step + 1] ?? '', word] as const),
      // Verbs: English types a shorter one, Arabic speaks to whom it asks.
      ...(language === 'en' ? [] : [[bot.card.claim, said.commandClaimHand] as const]),
      ...(language === 'en' || language === 'ar'
        ? []
        : ([
            [bot.card.watch, said.commandMonitor],
            [bot.card.assign, said.commandAssign],
            [bot.card.transfer, said.commandTransfer],
          ] as const)),
      [bot.target.agent, said.filterAgent],
      [bot.whose.consultee, said.roleConsultee],
    ];
    const small = (word: string | undefined): string => word?.toLocaleLowerCase(language) ?? '';
    assert.deepEqual(
      pairs.map(([word]) => small(word)),
      pairs.map(([, word]) => small(word)),
    );
  });
