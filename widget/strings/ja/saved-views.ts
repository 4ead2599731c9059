import type { savedViews as english } from '../en/saved-views.ts';
import type { Worded } from '../language.ts';

/** Floors under a name, in Japanese. */
export const savedViews: Worded<typeof english> = {
  savedViews: '保存済みビュー',
  viewsOwn: '自分だけ',
  viewsShared: 'スーパーバイザー全員',
  viewsNone: 'まだ保存されていません。絞り込みや並べ替えをして名前を付けてください。',
  viewName: 'ビューの名前',
  saveView: '今の表示を保存',
  saveViewMore: 'ビュー、絞り込み、並び順、行の高さ。検索語は保存されません。',
  shareView: 'スーパーバイザー全員に共有',
  openView: ({ view }) => `開く：${view}`,
  opensFirst: ({ view }) => `最初に ${view} を開く`,
  changeView: ({ view }) => `${view} を変更`,
  saveChange: '変更を保存',
  replaceLook: '今の表示に置き換える',
  deleteView: '削除',
  viewSaved: ({ view }) => `${view} を保存しました。`,
  viewDeleted: ({ view }) => `${view} を削除しました。`,
  viewNameTaken: '同じ名前のビューがあります。別の名前にしてください。',
  viewsFull: ({ most }) => `すでに ${most} 件あります。先にどれかを削除してください。`,
  viewGone: 'このビューは他の人が削除しました。',
  undo: '元に戻す',
};
