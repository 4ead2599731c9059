import type { savedViews as english } from '../en/saved-views.ts';
import type { Worded } from '../language.ts';

/** Floors under a name, in German. */
export const savedViews: Worded<typeof english> = {
  savedViews: 'Gespeicherte Ansichten',
  viewsOwn: 'Nur für Sie',
  viewsShared: 'Für alle Supervisoren',
  viewsNone: 'Noch nichts gespeichert. Filtern oder sortieren Sie und geben Sie dem Ergebnis einen Namen.',
  viewName: 'Name der Ansicht',
  saveView: 'Aktuelle Ansicht speichern',
  saveViewMore: 'Ansicht, Filter, Sortierung und Zeilen. Nicht der Suchtext.',
  shareView: 'Für alle Supervisoren',
  openView: ({ view }) => `Öffnen: ${view}`,
  opensFirst: ({ view }) => `Beim Start ${view} öffnen`,
  changeView: ({ view }) => `${view} ändern`,
  saveChange: 'Änderung speichern',
  replaceLook: 'Durch die aktuelle Ansicht ersetzen',
  deleteView: 'Löschen',
  viewSaved: ({ view }) => `${view} gespeichert.`,
  viewDeleted: ({ view }) => `${view} gelöscht.`,
  viewNameTaken: 'Eine andere Ansicht heißt schon so. Wählen Sie einen eigenen Namen.',
  viewsFull: ({ most }) => `Es gibt schon ${most}. Löschen Sie zuerst eine.`,
  viewGone: 'Jemand hat diese Ansicht inzwischen gelöscht.',
  undo: 'Rückgängig',
};
