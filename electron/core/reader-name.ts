import type { ReaderKey } from '../contract/reader.ts';
import type { State } from './state.ts';

/**
 * What a reader is called: as the operator named it, else as it calls itself, with a number where two would be called the
 * same. Empty: no reader, such as the keyboard.
 */
export function readerName(state: State, readerKey: ReaderKey | null): string {
  if (readerKey === null) return '';
  const given = state.bench.settings.readers[readerKey]?.name;
  if (given) return given;
  const known = namesOf(state);
  const own = known.get(readerKey) ?? '';
  const equals = [...known].filter(([, name]) => name === own).map(([key]) => key);
  const number = equals.indexOf(readerKey) + 1;
  return number > 1 ? `${own} ${number}` : own;
}

/** The devices' own names, in the order in which their places were made. */
function namesOf(state: State): ReadonlyMap<ReaderKey, string> {
  return new Map([
    ...state.lanes.map(({ laneId, name }) => [laneId, name] as const),
    ...state.readers.map(({ readerKey, name }) => [readerKey, name] as const),
  ]);
}
