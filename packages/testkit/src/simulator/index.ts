export { addFigures, noFigures, type Figures } from './figures.ts';
export { makeHistory, type History } from './history.ts';
export { operations } from './operations/registry.ts';
export { type Failure } from './oracles/oracle.ts';
export { runHistory } from './run-history.ts';
export { shrinkHistory } from './shrink.ts';
export { modes, troubles } from './coverage.ts';
