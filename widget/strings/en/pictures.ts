/** What the pictures say to those who do not see them. */
export const pictures = {
  labelled: ({ label, words }: { label: string; words: string }) => `${label}: ${words}`,
  sentimentPicture: ({ words }: { words: string }) => `Sentiment: ${words}`,
  waitPicture: ({ wait, target }: { wait: string; target: string }) => `Waiting ${wait}, target ${target}`,
  waitPictureWithoutTarget: ({ wait }: { wait: string }) => `Waiting ${wait}`,
  loadPicture: ({ load, capacity }: { load: number; capacity: number }) => `Load ${load} of ${capacity} units`,
  loadPictureWhatIf: ({ load, capacity, would }: { load: number; capacity: number; would: number }) =>
    `Load ${load} of ${capacity} units, would be ${would}`,
  countdownPicture: ({ seconds }: { seconds: number }) =>
    seconds === 1 ? '1 second left to answer' : `${seconds} seconds left to answer`,
  loadOf: ({ load, capacity }: { load: number; capacity: number }) => `${load} of ${capacity}`,
  loadOfUnits: ({ load, capacity }: { load: number; capacity: number }) => `${load} of ${capacity} units`,
  free: ({ units }: { units: number }) => `${units < 0 ? '−' : ''}${Math.abs(units)} free`,
  left: ({ units }: { units: number }) => `${units} left`,
  over: ({ units }: { units: number }) => `${units} over`,
} as const;
