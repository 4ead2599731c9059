import type { Actor } from '../actor.ts';
import { actorId } from '../actor.ts';
import { changeDetails, entryChanges } from '../directory/entry-changes.ts';
import type { Change } from '../floor/entry.ts';
import { SHARED, type SavedView, type ViewsEvent } from '../floor/saved-views.ts';
import type { From, Time } from '../words.ts';

/** One line of the append-only record (R4): who, on behalf of whom, when, from where, what changed. */
export interface AuditLine {
  readonly at: Time;
  readonly who: string;
  /** The integration through which a person acted. */
  readonly through?: string;
  readonly from: From;
  readonly what: string;
  readonly conversation?: string;
  /** People the line is about besides who acted. */
  readonly about: readonly string[];
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** Lines that say that somebody was watched: who holds the conversation reads of them only where policy says so (R4, M7). */
export const watchLines: ReadonlySet<string> = new Set([
  'WatchStarted',
  'WatchEnded',
  'ConsultantJoined',
  'ConsultantLeft',
  'RecordRead',
]);

/**
 * The audit lines of a change by an actor, `reason` being an override's (A4). Messages leave no line and no text. Who is
 * watched is `holder`, and named in the lines that say so.
 */
export function auditOf(
  change: Change,
  actor: Actor,
  reason?: string,
  excess?: number,
  holder?: string,
): readonly AuditLine[] {
  const head = {
    who: actorId(actor),
    ...(actor.kind === 'person' && actor.through ? { through: actor.through } : {}),
    from: actor.kind === 'person' ? actor.from : actor.kind === 'system' ? ('system' as const) : ('api' as const),
  };
  return change.events.flatMap((event): AuditLine[] => {
    const line = (about: readonly string[], details: AuditLine['details'] = {}): AuditLine[] => {
      const where = change.of === 'conversation' || change.of === 'roster' ? { conversation: change.id } : {};
      const isWatched = holder !== undefined && watchLines.has(event.type) && !about.includes(holder);
      const all = isWatched ? [...about, holder] : about;
      return [{ at: event.at, ...head, what: event.type, ...where, about: all, details }];
    };
    const override = reason === undefined ? {} : { override: reason, excess: excess ?? 0 };
    switch (event.type) {
      case 'ConversationOffered':
      case 'TransferOffered':
        return line([event.offer.agent], override);
      case 'ConversationEngaged':
        return line([event.primary.id], { how: event.how, ...override });
      case 'ConversationTransferred':
        return line([event.from.id, event.to], override);
      case 'OfferEnded':
      case 'TransferEnded':
        return line([event.agent], { how: event.how });
      case 'ConversationRequeued':
        return line([], { queue: event.queue });
      case 'ConversationClosed':
        return line([], { outcome: event.outcome, reason: event.reason });
      case 'ConversationReleased':
      case 'ConversationParked':
        return line([], { why: event.why });
      case 'ConversationEnded':
        return line([], { outcome: event.outcome });
      case 'HandRaised':
        return line([event.by]);
      case 'HandClaimed':
        return line([event.agent]);
      case 'HandLowered':
        return line([event.agent], { why: event.why });
      case 'ConsultantJoined':
      case 'ConsultantLeft':
      case 'ConsulteeLeft':
        return line([event.person]);
      case 'WatchStarted':
      case 'WatchEnded':
        return line([event.person]);
      case 'PresenceSet':
        return line([change.id], { presence: event.presence });
      case 'MonitoringAcknowledged':
        return line([change.id]);
      case 'DeliveryReported':
        return event.outcome === 'delivered' ? [] : line([], { outcome: event.outcome, entry: event.entry });
      // What supervisors keep for themselves is nobody else's business.
      case 'ViewSaved':
      case 'ViewDeleted':
        return change.id === SHARED ? line([], viewDetails(event)) : [];
      case 'DirectorySaved':
        return line([], { entry: change.id });
      default:
        return [];
    }
  });
}

/** Which shared view it is, and what of it changed. */
function viewDetails(event: Exclude<ViewsEvent, { type: 'OpeningViewSet' }>): AuditLine['details'] {
  const { view } = event;
  const entry = `view:${view.name}`;
  if (event.type === 'ViewDeleted') return { entry };
  const told = ({ name, look }: SavedView) => ({ value: { name, ...look } });
  return { entry, ...changeDetails(entryChanges(event.was ? told(event.was) : undefined, told(view))) };
}
