import type { Words } from '../words/index.ts';
import type { CardJson } from '../transport/activity.ts';
import type { TabLink } from './tab-link.ts';

/** The Adaptive Card elements that the bot uses, version 1.5. */
export type Element =
  | {
      readonly type: 'RichTextBlock';
      readonly inlines: readonly Run[];
      readonly separator?: boolean;
      readonly spacing?: Spacing;
    }
  | {
      readonly type: 'Container';
      readonly items: readonly Element[];
      readonly separator?: boolean;
      readonly spacing?: Spacing;
      readonly style?: 'default' | 'emphasis' | 'good' | 'attention' | 'warning' | 'accent';
    }
  | { readonly type: 'ActionSet'; readonly actions: readonly (Action | OpenUrl)[]; readonly spacing?: Spacing }
  | {
      readonly type: 'Input.Text';
      readonly id: string;
      readonly label: string;
      readonly isMultiline?: boolean;
      readonly isRequired?: boolean;
      readonly errorMessage?: string;
      readonly maxLength?: number;
      readonly placeholder?: string;
      readonly value?: string;
    }
  | {
      readonly type: 'Input.ChoiceSet';
      readonly id: string;
      readonly label: string;
      readonly style: 'filtered' | 'compact' | 'expanded';
      readonly choices: readonly { readonly title: string; readonly value: string }[];
      readonly isRequired?: boolean;
      readonly errorMessage?: string;
      readonly value?: string;
      readonly 'choices.data'?: { readonly type: 'Data.Query'; readonly dataset: string };
    };
type Spacing = 'none' | 'small' | 'default' | 'medium' | 'large';

/** A run of text; markup in it is not read, whoever wrote it. */
export interface Run {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'bolder';
  readonly size?: 'small' | 'large' | 'medium';
  readonly isSubtle?: boolean;
  readonly color?: 'good' | 'attention' | 'warning' | 'accent';
}

export interface Action {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly style?: 'positive' | 'destructive';
  /** `none`: what is typed into the card stays there. */
  readonly associatedInputs?: 'auto' | 'none';
}

/** A button that leads to an address. */
export interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

/** A button in a dialog, which knows no other kind. */
export interface Submit {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What makes one card instance: its clicks are known by it, and its age. */
export interface Stamp {
  readonly nonce: string;
  readonly at: number;
  /** Languages that are written from right to left turn the card. */
  readonly rtl: boolean;
  /** The language that its reader has. */
  readonly words: Words;
  /** What the card shows by itself and keeps showing: what a click on it opens is a message of its own. */
  readonly keeps?: 'floor' | 'status';
  /** Where the Teams app has the panels as a tab: what opens a conversation there. */
  readonly tab?: TabLink;
}

/** A whole card. */
export const card = (
  stamp: Stamp,
  body: readonly Element[],
  actions: readonly (Action | OpenUrl | Submit)[] = [],
): CardJson => ({
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.5',
  ...(stamp.rtl && { rtl: true }),
  body,
  ...(actions.length > 0 && { actions }),
});

export const run = (text: string, look: Omit<Run, 'type' | 'text'> = {}): Run => ({ type: 'TextRun', text, ...look });
/** One paragraph. */
export const line = (inlines: readonly Run[], more: { separator?: boolean; spacing?: Spacing } = {}): Element => ({
  type: 'RichTextBlock',
  inlines: inlines.filter(({ text }) => text !== ''),
  ...more,
});
export const heading = (text: string): Element => line([run(text, { weight: 'bolder', size: 'medium' })]);
export const subtle = (text: string): Element =>
  line([run(text, { isSubtle: true, size: 'small' })], { spacing: 'small' });

/** A button. Its data says which card instance it is of. */
export const button = (
  stamp: Stamp,
  title: string,
  verb: string,
  data: Readonly<Record<string, unknown>> = {},
  more: Pick<Action, 'style' | 'associatedInputs'> = {},
): Action => ({
  type: 'Action.Execute',
  title,
  verb,
  data: { ...data, n: stamp.nonce, t: stamp.at, ...(stamp.keeps && { keeps: stamp.keeps }) },
  ...more,
});

/** The button that opens a conversation in the tab; none where there is no tab. */
export const openInTab = (
  { tab, words }: Stamp,
  conversation: string,
  title = words.card.openInTab,
): readonly OpenUrl[] => (tab ? [{ type: 'Action.OpenUrl', title, url: tab(conversation) }] : []);

/** Whether a locale is written from right to left. */
export const isRtl = (locale: string | undefined): boolean =>
  ['ar', 'he', 'fa', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb'].includes(
    (locale ?? '').toLowerCase().split('-')[0] ?? '',
  );
