import { fieldsOf } from './fields.ts';
import type { Form } from './form.ts';
import { renderField } from './render-field.ts';
import type { Section } from './sections.ts';

export { renderEdit } from './render-edit.ts';

/** The fields of an entry; fetched with the first directory that is read. */
export const renderFields = (section: Exclude<Section, 'notices'>, form: Form): readonly unknown[] =>
  fieldsOf[section].map((field): unknown => renderField(field, form));
