/** The tab's id in the manifest, by which a link names it. */
export const TAB = 'floor';

/** The address that opens a conversation in the tab. */
export type TabLink = (conversation: string) => string;

/** Links of the Teams app with this id, as the Teams admin centre shows it. */
export const tabLink =
  (app: string): TabLink =>
  (conversation) => {
    const query = new URLSearchParams({
      label: 'Floorwalk',
      context: JSON.stringify({ subEntityId: conversation }),
    });
    // Teams reads a plus sign as one.
    return `https://teams.microsoft.com/l/entity/${app}/${TAB}?${query.toString().replaceAll('+', '%20')}`;
  };
