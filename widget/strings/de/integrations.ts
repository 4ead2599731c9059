import type { integrations as english } from '../en/integrations.ts';
import type { Worded } from '../language.ts';

/** Programs with keys, in German. */
export const integrations: Worded<typeof english> = {
  sectionIntegrations: 'Integrationen',
  integrationsMore:
    'Programme, die Unterhaltungen eröffnen, sagen, was Kunden sagten, oder zustellen, was sie hören sollen.',
  addIntegration: 'Integration hinzufügen',
  keysCount: ({ keys }, count) => count(keys, { one: '# Schlüssel', other: '# Schlüssel' }),
  keys: 'Schlüssel',
  keysMore: 'Zwei gelten zugleich: den neuen erstellen, einsetzen, den alten widerrufen.',
  keyNone: 'Noch kein Schlüssel. Ohne einen kann sich nichts als diese Integration anmelden.',
  keyLabel: 'Wo er verwendet wird',
  keyMake: 'Schlüssel erstellen',
  keyOnce: 'Kopieren Sie diesen Schlüssel jetzt. Er wird nur dieses eine Mal gezeigt und nirgends aufbewahrt.',
  keyIs: 'Der neue Schlüssel',
  keyMade: 'Der Schlüssel ist erstellt.',
  keyHide: 'Ich habe ihn',
  keySince: ({ day }) => `erstellt ${day}`,
  keyUntil: ({ day }) => `gilt bis ${day}`,
  keyRevoke: ({ label }) => `${label} widerrufen`,
  keyRevokeSure: ({ label }) => `${label} jetzt widerrufen: Was ihn verwendet, endet innerhalb von 5 Sekunden`,
  keyRevoked: ({ label }) => `Widerrufen: ${label}.`,
  field_rights: 'Darf',
  field_keys: 'Schlüssel',
  fieldHint_disabledIntegration: 'Keiner ihrer Schlüssel gilt, bis sie wieder aktiviert ist.',
  value_open: 'Unterhaltungen eröffnen',
  value_say: 'sagen, was Kunden und Agenten sagten',
  value_deliver: 'zustellen, was Kunden hören sollen',
  value_agents: 'für Agenten bürgen, die anderswo arbeiten',
  value_read: 'Unterhaltungen lesen',
  value_onBehalf: 'im Namen von Supervisoren handeln',
  value_privacy: 'Kundendaten herausgeben und löschen',
  entry_integration: ({ name }) => `Integration ${name}`,
};
