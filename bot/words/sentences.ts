/** The bot's own sentences; each says what happened and what to do. */
export const sentences = {
  unknownUser: 'Teams does not say who you are in this organisation, so nothing can be shown. Guests cannot be served.',
  notInDirectory: 'You are not in the directory of this floor. Ask your administrator to add your Teams account.',
  personalOnly: 'Conversations are shown in your personal chat with me only, since others read here.',
  watchingOnly: (name: string) =>
    `Nothing was sent: you are only watching ${name}. Use join first; then what you type goes to the agent, internally.`,
  notWatching: 'Nothing was sent, and I did not understand it. Type help to see what I can do.',
  watchFirst: 'You are not watching a conversation. Use watch with a number of the floor card.',
  leaveFirst: (name: string) =>
    `You have joined ${name}. Leave it first, so that nothing you type goes to the wrong one.`,
  noSuchNumber: 'That is not a number of your last floor card. Type floor for a new one.',
  nothingHere: 'There is nothing here.',
  edited:
    'A message that was sent stays as it was sent: editing or deleting it in Teams changes nothing. Write a correction.',
  oldCard: 'This card is old and does nothing any more. Type floor for the present state.',
  working: 'This takes a little longer. The card changes when it is done.',
  tooLong: (most: number) =>
    `Nothing was sent: the text is longer than ${most} characters. Shorten it and send it again.`,
  noText: 'Nothing was sent: attachments and empty messages are not passed on.',
  watchingNow: (name: string) =>
    `You are watching ${name}. Nobody is told, and nothing you type here goes anywhere until you join.`,
  joined: (name: string) =>
    `You have joined ${name}. What you type here goes to the agent only, internally. To write to the customer, use the button on the card.`,
  left: (name: string) => `You have left ${name} and are only watching. Nothing you type goes anywhere.`,
  stopped: (name: string) => `You have stopped watching ${name}.`,
  stoppedElsewhere: (name: string) => `Watching ${name} has ended.`,
  rests: (name: string, why: string) =>
    `${name}: nothing is shown for now. ${why} It goes on by itself if an agent takes it within 10 min.`,
  ends: (name: string, why: string) => `${name}: watching has ended. ${why}`,
  leavesSoon: (name: string) => `You have said nothing in ${name} for 12 min. In 3 min you will have left it.`,
  leftForSilence: (name: string) =>
    `You have left ${name}, because you said nothing for 15 min. You are only watching now.`,
  notSent: (why: string) => `Not sent. ${why}`,
  inPersonal: 'It is in your personal chat with me.',
  alertUnsure: (line: string) => `Delivery unknown: this alert may not have been shown in the channel. ${line}`,
  alertsHereAgain: 'Alerts could not be shown in the channel any more. They come here again.',
  alertsHere:
    'Alerts of your floor come here now, a thread for each conversation, without names. Say alerts personal to have them in your own chat again.',
  alertsNeedHere: 'Say alerts here in a channel of a team or in a group chat, with my name before it.',
  done: 'Done.',
  failed: 'This did not work. Look at the floor, then try again.',
} as const;
