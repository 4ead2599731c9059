export { announce, prepareAnnouncer } from './announcer.ts';
