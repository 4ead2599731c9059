import type { savedViews as english } from '../en/saved-views.ts';
import type { Worded } from '../language.ts';

/** Floors under a name, in Spanish. */
export const savedViews: Worded<typeof english> = {
  savedViews: 'Vistas guardadas',
  viewsOwn: 'Solo usted',
  viewsShared: 'Todos los supervisores',
  viewsNone: 'Aún no hay nada guardado. Filtre u ordene y póngale un nombre.',
  viewName: 'Nombre de la vista',
  saveView: 'Guardar la vista actual',
  saveViewMore: 'Vista, filtros, orden y filas. No el texto buscado.',
  shareView: 'Para todos los supervisores',
  openView: ({ view }) => `Abrir: ${view}`,
  opensFirst: ({ view }) => `Empezar con ${view}`,
  changeView: ({ view }) => `Cambiar ${view}`,
  saveChange: 'Guardar el cambio',
  replaceLook: 'Sustituir por la vista actual',
  deleteView: 'Eliminar',
  viewSaved: ({ view }) => `Se guardó ${view}.`,
  viewDeleted: ({ view }) => `Se eliminó ${view}.`,
  viewNameTaken: 'Otra vista ya se llama así. Elija otro nombre.',
  viewsFull: ({ most }) => `Ya hay ${most}. Elimine una primero.`,
  viewGone: 'Alguien eliminó esta vista entretanto.',
  undo: 'Deshacer',
};
