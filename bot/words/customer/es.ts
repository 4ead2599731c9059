import { notices } from '@floorwalk/core/customer-notices/es';
import { named, type CustomerWords } from './words.ts';

/** What the bot says to customers on channels, in Spanish. */
export const es: CustomerWords = {
  visitor: 'Visitante',
  noFiles: 'Aquí no se transmiten archivos ni imágenes. Por favor, escríbalo.',
  noText: 'El mensaje no tenía texto, así que no se transmitió nada.',
  unchanged: 'Un mensaje enviado queda como se envió. Por favor, escriba una corrección.',
  notTaken: 'No se pudo transmitir su último mensaje. Por favor, escríbalo de otra manera.',
  notices: notices(named),
};
