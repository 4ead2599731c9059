import { chosenPresences } from '@floorwalk/core';
import type { Desk } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { loadBar, presenceMark } from '../../pictures/index.ts';
import type { SoundState } from '../../sound/sound.ts';
import { presenceWord, t } from '../../strings/index.ts';

interface MeView {
  readonly sound: SoundState;
  readonly onPresence: (presence: string) => void;
  readonly onSound: () => void;
  readonly onSignOut: () => void;
  readonly onAcknowledge: () => void;
}

/** The agent themself: presence and who set it, load, sound, the way out, and what they have yet to read (K2, R5). */
export function renderMe({ me, acknowledged, items }: Desk, view: MeView): TemplateResult | typeof nothing {
  if (!me) return nothing;
  const presence = presenceWord(me.presence);
  const words =
    me.setBy === null
      ? me.presence === 'inactive'
        ? // A missed offer did that, not the load.
          presence
        : t('presenceByLoad', { presence })
      : me.setBy.id === me.id
        ? t('presenceByHand', { presence })
        : t('presenceBySupervisor', { presence, supervisor: me.setBy.name });
  const offered = items.filter(({ role }) => role === 'offeree').reduce((sum, { units }) => sum + units, 0);
  const { load, capacity } = me;
  return html`<section class="panel" part="panel" aria-label=${me.name}>
    <div class="block">
      <div class="line">
        ${presenceMark(me.presence, me.reachable)}<span class="strong cut grow" dir="auto">${me.name}</span
        ><button class="button" part="button" type="button" @click=${view.onSignOut}>${t('signOut')}</button>
      </div>
      <div class="muted">${words}</div>
      ${loadBar(
        me.conversations.map(({ units }) => units),
        capacity,
      )}
      <div class="muted">
        ${offered > 0 ? t('loadWithOffer', { load: load - offered, capacity, would: load }) : t('loadOfUnits', { load, capacity })}
      </div>
      <div class="line wraps">
        <select
          class="field grow"
          part="field"
          aria-label=${t('changePresence')}
          @change=${({ target }: Event) => target instanceof HTMLSelectElement && choose(target, view.onPresence)}
        >
          <option value="">${t('changePresence')}</option>
          ${chosenPresences.map((chosen) => html`<option value=${chosen}>${presenceWord(chosen)}</option>`)}
        </select>
        ${renderSound(view)}
      </div>
    </div>
    ${
      acknowledged
        ? nothing
        : html`<div class="strip still" part="status">
            <span>${t('mayBeMonitored')}</span
            ><button class="button" part="button" type="button" @click=${view.onAcknowledge}>${t('confirm')}</button>
          </div>`
    }
  </section>`;
}

/** One line whatever it says: the first click of a page may switch it on, and nothing must move under that click. */
const renderSound = ({ sound, onSound }: MeView): TemplateResult =>
  html`<button
    class="button sound"
    part="button"
    type="button"
    aria-pressed=${sound === 'on'}
    title=${sound === 'blocked' ? t('soundAsks') : nothing}
    @click=${onSound}
  >
    ${icon(sound === 'on' ? 'sound' : 'muted')}${sound === 'on' ? t('soundOn') : t('soundOff')}
  </button>`;

/** The choice is a command: the field goes back to what it says. */
function choose(field: HTMLSelectElement, onPresence: (presence: string) => void): void {
  const presence = field.value;
  field.value = '';
  if (presence !== '') onPresence(presence);
}
