import { app, authentication } from '@microsoft/teams-js';
import { placeOf, themeOf, type HostPlace } from './host-place.ts';

/** Microsoft Teams around this page. */
export interface TeamsHost {
  readonly place: HostPlace;
  /** The signed-in person's token for this app. Asks the person for consent where it is needed, unless `silent`. */
  token(silent: boolean): Promise<string>;
  /** The page is shown: Teams takes its own picture away. */
  ready(): void;
}

/** A frame whose parent is not Teams never answers. */
const ANSWER_WITHIN_MS = 4_000;

/** Teams, if it is what stands around this page; `changed` hears of another theme, language or link until the signal. */
export async function openTeamsHost(
  changed: (place: HostPlace) => void,
  signal: AbortSignal,
): Promise<TeamsHost | undefined> {
  if (!(await isAnswered(app.initialize()))) return undefined;
  let place = placeOf(await app.getContext());
  const show = (next: HostPlace): void => {
    if (signal.aborted) return;
    place = next;
    changed(place);
  };
  app.registerOnThemeChangeHandler((theme) => show({ ...place, theme: themeOf(theme) }));
  // Teams keeps a tab while others are shown, and says nothing of what changed meanwhile.
  const lookAgain = (): void => {
    if (document.visibilityState === 'visible')
      void app.getContext().then(
        (context) => show(placeOf(context)),
        () => {},
      );
  };
  document.addEventListener('visibilitychange', lookAgain, { signal });
  return {
    get place() {
      return place;
    },
    token: (silent) => authentication.getAuthToken({ silent }),
    ready: () => void app.notifySuccess(),
  };
}

async function isAnswered(initialized: Promise<void>): Promise<boolean> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<boolean>((done) => (late = setTimeout(() => done(false), ANSWER_WITHIN_MS)));
  try {
    return await Promise.race([initialized.then(() => true), silence]);
  } catch {
    return false;
  } finally {
    clearTimeout(late);
  }
}
