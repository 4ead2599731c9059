import type { CardJson } from '../transport/activity.ts';
import { button, card, heading, line, run, subtle, type Stamp } from './elements.ts';

/** What can be typed, with an example of its use, and what it does. */
export const typedCommands: readonly (readonly [string, string])[] = [
  ['floor', 'conversations, those that need attention first; floor refund shows those with that word'],
  ['watch 2', 'watch number 2 of the floor card; nobody is told'],
  ['join', 'join what you watch; what you then type goes to the agent only, internally'],
  ['leave', 'leave it and go on watching'],
  ['stop', 'stop watching'],
  ['assign 3', 'give an open conversation to an agent or a queue'],
  ['transfer 2', 'move a conversation to another agent'],
  ['claim 2', 'answer a raised hand'],
  ['alerts on', 'be told of what needs attention; alerts off; alerts quiet 22-7'],
];

/** What can be typed; all of it is on buttons too. */
export const helpCard = (stamp: Stamp): CardJson =>
  card(
    stamp,
    [
      heading('What you can do here'),
      ...typedCommands.map(([word, what]) =>
        line([run(word, { weight: 'bolder' }), run(` – ${what}`)], { spacing: 'small' }),
      ),
      subtle(
        'While you have joined, whole sentences always go to the agent; a command with words after it then begins with a slash: /floor refund.',
      ),
      subtle('Floorwalk is not for employment decisions: compensation, reward, seniority or rights.'),
    ],
    [button(stamp, 'Floor', 'floor')],
  );
