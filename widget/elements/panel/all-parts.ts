/**
 * Every part of every panel for staff, as an element in another's shadow tree hands its parts up: `exportparts` names
 * what it has and ignores the rest.
 */
export const allParts =
  'agent,band,board,button,command,commands,composer,composer-internal,composer-public,dialog,facts,field,filters,grid,hand,handover,header,message,notice,offer,panel,people,primary,refusal,roster,row,slip,status,table,tabs,transcript,what-if';
