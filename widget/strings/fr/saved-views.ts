import type { savedViews as english } from '../en/saved-views.ts';
import type { Worded } from '../language.ts';

/** Floors under a name, in French. */
export const savedViews: Worded<typeof english> = {
  savedViews: 'Vues enregistrées',
  viewsOwn: 'Vous seul(e)',
  viewsShared: 'Tous les superviseurs',
  viewsNone: 'Rien d’enregistré. Filtrez ou triez, puis donnez un nom au résultat.',
  viewName: 'Nom de la vue',
  saveView: 'Enregistrer la vue actuelle',
  saveViewMore: 'Vue, filtres, ordre et lignes. Pas le texte recherché.',
  shareView: 'Pour tous les superviseurs',
  openView: ({ view }) => `Ouvrir : ${view}`,
  opensFirst: ({ view }) => `Ouvrir au démarrage : ${view}`,
  changeView: ({ view }) => `Modifier ${view}`,
  saveChange: 'Enregistrer la modification',
  replaceLook: 'Remplacer par la vue actuelle',
  deleteView: 'Supprimer',
  viewSaved: ({ view }) => `Vue enregistrée : ${view}.`,
  viewDeleted: ({ view }) => `Vue supprimée : ${view}.`,
  viewNameTaken: 'Une autre vue porte déjà ce nom. Choisissez-en un autre.',
  viewsFull: ({ most }) => `Il y en a déjà ${most}. Supprimez-en une d’abord.`,
  viewGone: 'Quelqu’un a supprimé cette vue entre-temps.',
  undo: 'Annuler',
};
