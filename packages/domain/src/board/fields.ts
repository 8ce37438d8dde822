import type { BoardRecord, FieldName, Fields, Json } from '@bridgeboard/protocol';

const propsPrefix = 'props.';

/** The value of one field (`x`, `props.color`) of a record, or undefined if it has none. */
export function fieldOf(record: BoardRecord, name: FieldName): Json | undefined {
  if (!name.startsWith(propsPrefix)) return record[name];
  const props = record['props'];
  return isObject(props) ? props[name.slice(propsPrefix.length)] : undefined;
}

/** A record as its fields: top-level keys, and one field for each key of its props; props without any are a field themselves. */
export function splitFields(record: BoardRecord): Fields {
  const fields: Fields = {};
  for (const [key, value] of Object.entries(record)) {
    if (key !== 'props' || !isObject(value) || Object.keys(value).length === 0) fields[key] = value;
    else for (const [prop, propValue] of Object.entries(value)) fields[propsPrefix + prop] = propValue;
  }
  return fields;
}

/** A new record with these fields replaced; the given one stays as it is. */
export function applyFields(record: Readonly<Fields> | BoardRecord, fields: Readonly<Fields>): BoardRecord {
  const next: Fields = { ...record };
  let props: Fields | null = null;
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith(propsPrefix)) next[name] = value;
    else {
      props ??= isObject(next['props']) ? { ...next['props'] } : {};
      props[name.slice(propsPrefix.length)] = value;
    }
  }
  if (props) next['props'] = props;
  return next as BoardRecord;
}

/** The record that has exactly these fields. */
export function joinFields(fields: Readonly<Fields>): BoardRecord {
  return applyFields({}, fields);
}

/** Fields to set, and fields to take away, that turn one record into the other. Empty when they are equal. */
export function diffRecords(before: BoardRecord, after: BoardRecord): { set: Fields; unset: FieldName[] } {
  const [from, to] = [before['props'], after['props']];
  const haveProps = isObject(from) && isObject(to);
  const found = diffKeys(before, after, haveProps ? 'props' : null);
  if (!haveProps || from === to) return found;
  const props = diffKeys(from, to, null);
  for (const [name, value] of Object.entries(props.set)) found.set[propsPrefix + name] = value;
  return { set: found.set, unset: [...found.unset, ...props.unset.map((name) => propsPrefix + name)] };
}

function diffKeys(
  from: Readonly<Fields>,
  to: Readonly<Fields>,
  except: string | null,
): { set: Fields; unset: FieldName[] } {
  const set: Fields = {};
  for (const [name, value] of Object.entries(to)) {
    if (name !== except && !equalJson(from[name], value)) set[name] = value;
  }
  return { set, unset: Object.keys(from).filter((name) => name !== except && !(name in to)) };
}

/** A new record without these fields. */
export function dropFields(record: BoardRecord, names: readonly FieldName[]): BoardRecord {
  const fields = splitFields(record);
  for (const name of names) delete fields[name];
  return joinFields(fields);
}

/** Whether two JSON values are the same value; the order of keys does not matter. */
export function equalJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((value, i) => equalJson(value, b[i]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equalJson(a[key], b[key]))
  );
}

/** Whether a JSON value is an object and not an array. */
export function isObject(value: unknown): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
