import { Visitor } from '@swc/core/Visitor.js';
import type { Statement, VariableDeclarator } from '@swc/core';

type VisitStatement = (this: Visitor, statement: Statement) => Statement;

/** What `using` declares; the parser's own types do not list that statement. */
function usingDeclarators(statement: { type: string; decls?: VariableDeclarator[] }): VariableDeclarator[] | undefined {
  return statement.type === 'UsingDeclaration' ? statement.decls : undefined;
}

/**
 * swc parses `await using x = …`, and its visitor then stops at it as unknown, which would end the boundary check.
 * Call it once before cruising; an import inside the declaration is followed like any other.
 */
export function teachSwcUsing(): void {
  const visitOthers = Reflect.get(Visitor.prototype, 'visitStatement') as VisitStatement;
  const visitStatement: VisitStatement = function visitStatement(statement) {
    const declarators = usingDeclarators(statement);
    if (!declarators) return visitOthers.call(this, statement);
    this.visitVariableDeclarators(declarators);
    return statement;
  };
  Object.assign(Visitor.prototype, { visitStatement });
}
