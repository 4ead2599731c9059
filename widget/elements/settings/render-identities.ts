import type { Identity } from '@floorwalk/core/directory';
import { html, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { ta } from '../../strings/administrator.ts';
import { describedBy, errorOf, fieldWord, idOf, partOf, renderError, renderHint, type Form } from './form.ts';
import type { Field } from './fields.ts';

/** Who may sign in as this person: an identity provider's subject, or a user of a Microsoft Entra tenant. */
export function renderIdentities(field: Field, form: Form): TemplateResult {
  const part = partOf(form, field);
  const identities = (Array.isArray(part) ? part : []) as readonly Identity[];
  const put = (at: number, identity: Identity): void => form.change(field.name, identities.with(at, identity));
  return html`<fieldset class="entry" id=${idOf(field.name)} aria-describedby=${describedBy(form, field)}>
    <legend class="label">${fieldWord(field.name)}</legend>
    ${renderHint(field)}
    ${identities.map((identity, at) => renderIdentity(form, field.name, identity, at, put, () => form.change(field.name, identities.toSpliced(at, 1))))}
    ${renderError(form, field.name)}
    <button
      class="button"
      part="button"
      type="button"
      @click=${() => form.change(field.name, [...identities, { issuer: identities.find((it) => 'issuer' in it)?.issuer ?? '', subject: '' }])}
    >
      ${ta('addIdentity')}
    </button>
  </fieldset>`;
}

function renderIdentity(
  form: Form,
  name: string,
  identity: Identity,
  at: number,
  put: (at: number, identity: Identity) => void,
  remove: () => void,
): TemplateResult {
  const isEntra = 'entra' in identity;
  const number = ta('identityNumber', { number: at + 1 });
  const text = (label: string, value: string, take: (text: string) => Identity): TemplateResult =>
    html`<label class="inner"
      >${label}<input
        class="field"
        part="field"
        type="text"
        dir="auto"
        autocomplete="off"
        spellcheck="false"
        .value=${value}
        aria-invalid=${errorOf(form, `${name}.${at}`) === undefined ? 'false' : 'true'}
        @input=${(event: Event) => put(at, take((event.currentTarget as HTMLInputElement).value))}
    /></label>`;
  return html`<div class="identity" role="group" aria-label=${number}>
    <select
      class="field"
      part="field"
      aria-label=${number}
      @change=${(event: Event) => {
        const chosen = (event.currentTarget as HTMLSelectElement).value;
        put(at, chosen === 'entra' ? { entra: { tenant: '', object: '' } } : { issuer: '', subject: '' });
      }}
    >
      <option value="oidc" ?selected=${!isEntra}>${ta('identityOidc')}</option>
      <option value="entra" ?selected=${isEntra}>${ta('identityEntra')}</option>
    </select>
    ${
      isEntra
        ? [
            text(ta('identityTenant'), identity.entra.tenant, (tenant) => ({ entra: { ...identity.entra, tenant } })),
            text(ta('identityObject'), identity.entra.object, (object) => ({ entra: { ...identity.entra, object } })),
          ]
        : [
            text(ta('identityIssuer'), identity.issuer, (issuer) => ({ ...identity, issuer })),
            text(ta('identitySubject'), identity.subject, (subject) => ({ ...identity, subject })),
          ]
    }
    <button
      class="button square"
      part="button"
      type="button"
      aria-label=${ta('removeIdentity', { identity: number })}
      @click=${remove}
    >
      ${icon('close')}
    </button>
  </div>`;
}
