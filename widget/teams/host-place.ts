/** What Teams says about where the tab is shown. */
export interface HostPlace {
  readonly theme: HostTheme;
  readonly locale: string;
  /** The conversation that a link leads to; empty for none. */
  readonly conversation: string;
}

export type HostTheme = 'default' | 'dark' | 'contrast';

/** The part of the host's context that is read. */
export interface HostContext {
  readonly app: { readonly theme: string; readonly locale: string };
  readonly page: { readonly subPageId?: string | undefined };
}

/** A link is anybody's to make, so what it names is taken for a conversation only where it looks like one, as any id. */
const CONVERSATION = /^[\w.:@-]{1,128}$/u;

export const placeOf = ({ app, page }: HostContext): HostPlace => {
  const { subPageId = '' } = page;
  return {
    theme: themeOf(app.theme),
    locale: app.locale,
    conversation: CONVERSATION.test(subPageId) ? subPageId : '',
  };
};

/** Teams has more themes than three; those of dark glass are dark. */
export const themeOf = (name: string): HostTheme =>
  name === 'contrast' ? 'contrast' : name === 'dark' || name === 'glass' ? 'dark' : 'default';
