import { count } from './count.ts';

/** The record, searchable (R4, R5). */
export const record = {
  record: 'Record',
  recordUse:
    'For seeing that the feature is used rightly. Not for employment decisions: compensation, reward, seniority or rights.',
  recordAbout: 'Person or conversation',
  recordAction: 'Action',
  recordAnyAction: 'Any action',
  recordFrom: 'From',
  recordTo: 'Before',
  recordSearch: 'Search',
  recordExport: 'Export as JSON Lines',
  recordExported: 'The export is saved.',
  recordFound: ({ lines, shown }: { lines: number; shown: number }) =>
    lines > shown ? `${count(lines, 'line', 'lines')}, the newest ${shown} shown` : count(lines, 'line', 'lines'),
  recordReading: 'Reading the record',
  recordNothing: 'No line fits',
  recordNothingMore: 'Widen the time, or search for another person or conversation.',
  recordWhen: 'When',
  recordWho: 'Who',
  recordWhoThrough: ({ who, through }: { who: string; through: string }) => `${who} through ${through}`,
  recordWhat: 'What',
  recordConcerns: 'Concerns',
  recordWhere: 'Conversation',
  recordDetails: 'Details',
  recordNotRead: 'The record could not be read. Check the connection and search again.',
} as const;
