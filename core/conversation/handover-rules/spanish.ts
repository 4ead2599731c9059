import { clock, say, short } from './phrases.ts';
import type { HandoverRules } from './rules.ts';

/** What to look for in Spanish. */
export const spanish: HandoverRules = {
  wish: say(
    '(?:quiero|quisiera|necesito|me gustaría|busco)',
    '(?:puede|podría|pueden|podrían|puedes|podrías) (?!ser)\\p{L}+',
    'por favor',
    'cómo (?:puedo|hago)',
    'ayúden?me|estoy intentando',
  ),
  tried: say(
    '(?:he|hemos) (?:ya )?(?:intentado|probado|comprobado|revisado|reiniciado|restablecido|enviado|llamado|reembolsado|cambiado|preguntado|contactado|borrado|cancelado|reenviado)',
    'ya (?:intenté|probé|reinicié|llamé|envié|lo intenté|he \\p{L}+)',
  ),
  notTried: say(
    '(?:ha|han|has) (?:ya )?(?:intentado|probado)',
    'si (?:usted|ya)',
    '(?:puede|podría|debería) (?:intentar|probar)',
  ),
  promise: say(
    '(?:le|les|te|lo|la) (?:enviaré|enviaremos|llamaré|llamaremos|reembolsaré|reembolsaremos|avisaré|avisaremos|mandaré|mandaremos|confirmaré|confirmaremos)',
    '(?:voy|vamos) a',
    '(?:recibirá|recibirás|tendrá|tendrás)',
  ),
  noPromise: say('si', 'cuando usted', 'una vez que', 'no', 'lamentablemente'),
  when: say(
    '(?:antes del|el|para el|hasta el) (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)',
    '(?:hoy|mañana|pasado mañana|esta (?:tarde|noche|semana)|la próxima semana)(?: por la (?:mañana|tarde|noche))?',
    `(?:antes de las|a las|hasta las) (?:${clock}|\\d{1,2})`,
    '(?:en|dentro de)(?: las próximas)? (?:una?|dos|tres|cuatro|cinco|\\d+) (?:minutos?|horas?|días?(?: hábiles)?|semanas?)',
    '(?:antes del )?(?:fin|final) (?:del día|de (?:la )?semana|de mes)',
  ),
  holding: say(
    'un momento',
    'un segundo',
    'espere',
    'déjeme (?:ver|revisar|comprobar)',
    'gracias por',
    'lo siento',
    'disculpe',
  ),
  smallTalk: short(
    'hola',
    'buenos días',
    'buenas (?:tardes|noches)',
    'gracias',
    'muchas gracias',
    'ok',
    'vale',
    'sí',
    'no',
    'perfecto',
    'adiós',
  ),
};
