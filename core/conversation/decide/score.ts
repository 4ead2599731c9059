import { addScore, alertNow, stepOf } from '../../sentiment/index.ts';
import { actorId } from '../../actor.ts';
import { refuse } from '../../refusals.ts';
import type { ConversationEvent } from '../events.ts';
import type { Decide } from './decision.ts';

/** Takes one analysed customer message into the mood, and raises the queue's alert at most once a fall (S1, S3). */
export const score: Decide<'Score'> = (c, command, ask) => {
  if (ask.actor.kind !== 'system') return refuse('role');
  const by = { at: ask.now, by: actorId(ask.actor) };
  const threshold = ask.floor.queues.get(c.queue)?.sentimentAlert ?? null;
  const scores = addScore(c.sentiment.scores, command.score);
  const step = stepOf(scores);
  const armed = c.sentiment.armed || (threshold !== null && step > threshold);
  const scored: ConversationEvent = {
    ...by,
    type: 'SentimentScored',
    message: command.message,
    score: command.score,
    armed,
  };
  const falls =
    threshold !== null && c.state !== 'closed' && alertNow(stepOf(c.sentiment.scores), step, threshold, armed);
  return { events: falls ? [scored, { ...by, type: 'SentimentAlerted', step }] : [scored] };
};
