import type { Switch } from '@floorwalk/core/directory';
import type { effectWords as english } from '../en/save-effects.ts';
import type { Worded } from '../language.ts';

const may: Readonly<Record<Switch, string>> = {
  monitor: 'supervisar y unirse',
  assign: 'asignar',
  transfer: 'transferir a agentes',
  transferToQueue: 'transferir a colas',
  lastMessageOnFloor: 'ver el último mensaje público',
};

/** What a save does, in Spanish. */
export const effectWords: Worded<typeof english> = {
  effect_watchersEnd: ({ count: n }, count) =>
    `${count(n, { one: '# persona que supervisa se detiene', other: '# personas que supervisan se detienen' })} en 5 segundos.`,
  effect_watchersLoseScope: ({ count: n }, count) =>
    `${count(n, { one: '# conversación que supervisa esta persona sale', other: '# conversaciones que supervisa esta persona salen' })} de su sala en 5 segundos.`,
  effect_watchersNeedConsent: ({ count: n }, count) =>
    `${count(n, { one: '# conversación supervisada se detiene', other: '# conversaciones supervisadas se detienen' })} hasta que el cliente acepte.`,
  effect_supervisorsLose: ({ count: n, what = 'monitor' }, count) =>
    `${count(n, { one: '# supervisor ya no podrá', other: '# supervisores ya no podrán' })} ${may[what]}.`,
  effect_supervisorsGain: ({ count: n, what = 'monitor' }, count) =>
    `${count(n, { one: '# supervisor podrá', other: '# supervisores podrán' })} ${may[what]}.`,
  effect_transfersStay: ({ count: n }, count) =>
    count(n, {
      one: '# transferencia pendiente sigue; ningún supervisor puede cancelarla ya.',
      other: '# transferencias pendientes siguen; ningún supervisor puede cancelarlas ya.',
    }),
  effect_previewsGo: ({ count: n }, count) =>
    `El último mensaje de ${count(n, { one: '# conversación', other: '# conversaciones' })} desaparece de la sala.`,
  effect_previewsCome: ({ count: n }, count) =>
    `El último mensaje de ${count(n, { one: '# conversación', other: '# conversaciones' })} aparece en la sala.`,
  effect_agentsSeeWatchers: ({ count: n }, count) =>
    `Los agentes de ${count(n, { one: '# conversación', other: '# conversaciones' })} ven al momento quién supervisa.`,
  effect_agentsSeeNoWatchers: ({ count: n }, count) =>
    `Los agentes de ${count(n, { one: '# conversación', other: '# conversaciones' })} ya no ven quién supervisa.`,
  effect_agentsReadRecord: ({ count: n }, count) =>
    `${count(n, { one: '# agente puede leer quién lo supervisó', other: '# agentes pueden leer quién los supervisó' })} y cuándo, hasta la primera línea guardada.`,
  effect_agentsReadNoRecord: ({ count: n }, count) =>
    `${count(n, { one: '# agente ya no puede leer las líneas sobre sí mismo', other: '# agentes ya no pueden leer las líneas sobre sí mismos' })}.`,
  effect_customersNotTold: ({ count: n }, count) =>
    `Ya no se avisa a los clientes de ${count(n, { one: '# conversación', other: '# conversaciones' })}.`,
  effect_joinsNotTold: ({ count: n }, count) =>
    `En ${count(n, { one: '# canal', other: '# canales' })} no se avisa a los clientes cuando un consultor se une. Los supervisores lo leen antes de unirse.`,
  effect_conversationsGoBack: ({ count: n }, count) =>
    `${count(n, { one: '# conversación en curso vuelve', other: '# conversaciones en curso vuelven' })} al momento.`,
  effect_takesNothingNew: () => 'No entra nada nuevo. Lo que hay sigue.',
  effect_conversationsWait: ({ count: n }, count) =>
    count(n, {
      one: '# conversación espera aquí. Asígnela a otro lugar.',
      other: '# conversaciones esperan aquí. Asígnelas a otro lugar.',
    }),
  effect_offeredAtOnce: ({ count: n }, count) =>
    `${count(n, { one: '# conversación que espera se ofrece', other: '# conversaciones que esperan se ofrecen' })} al momento.`,
  effect_offeredNoMore: ({ count: n }, count) =>
    `${count(n, { one: '# conversación que espera ya no se ofrece sola', other: '# conversaciones que esperan ya no se ofrecen solas' })}.`,
  effect_workstreamsEnterHere: ({ count: n }, count) =>
    count(n, {
      one: '# flujo envía aquí sus conversaciones nuevas. Dele otra cola.',
      other: '# flujos envían aquí sus conversaciones nuevas. Deles otra cola.',
    }),
  effect_membersLeave: ({ count: n }, count) =>
    `${count(n, { one: '# agente sale y no recibe', other: '# agentes salen y no reciben' })} más ofertas de aquí.`,
  effect_membersJoin: ({ count: n }, count) =>
    `${count(n, { one: '# agente entra y puede', other: '# agentes entran y pueden' })} recibir ofertas al momento.`,
  effect_agentsLoseOnlyQueue: ({ count: n }, count) =>
    `${count(n, { one: '# agente pierde', other: '# agentes pierden' })} su única cola.`,
  effect_noMembers: () => 'No hay miembros, así que nadie recibe lo que espera aquí.',
  effect_queuesLoseLastMember: ({ count: n }, count) =>
    `${count(n, { one: '# cola pierde', other: '# colas pierden' })} su último miembro.`,
  effect_notOfferedTo: ({ count: n }, count) =>
    `${count(n, { one: '# agente no recibe', other: '# agentes no reciben' })} más ofertas con la presencia actual.`,
  effect_closeSooner: ({ count: n }, count) =>
    `${count(n, { one: '# conversación se cerrará', other: '# conversaciones se cerrarán' })} antes, quizá al momento.`,
  effect_keepTheirTerms: ({ count: n }, count) =>
    `${count(n, { one: '# conversación conserva', other: '# conversaciones conservan' })} las unidades del inicio.`,
  effect_signsOut: () => 'Cada página de esta persona se cierra en 5 segundos.',
  effect_overCapacity: ({ count: n }, count) =>
    `Lo que tiene este agente supera en ${count(n, { one: '# unidad', other: '# unidades' })} la nueva capacidad. Se queda.`,
  effect_cannotSignIn: () => 'Esta persona no tiene identidad y no puede iniciar sesión.',
  effect_cannotBeAdministered: () => 'Es el último administrador. Nadie podría cambiar ya la configuración.',
};
