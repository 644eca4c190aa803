package com.klinity.platform.database.statement;

import com.klinity.platform.database.statement.Token.Kind;
import java.util.List;

/**
 * The part of PostgreSQL's grammar that features may write, by recursive descent. It allows what is known to be harmless;
 * how operators bind is for PostgreSQL to say.
 */
final class Grammar {

    final Cursor at;
    final Facts facts = new Facts();
    final CommonTables commonTables;
    final Types types;
    final ColumnNames columns;
    final Expressions expressions;
    final Calls calls;
    final FromClause from;
    final Queries queries;
    final Changes changes;

    Grammar(List<Token> tokens) {
        at = new Cursor(tokens);
        types = new Types(at);
        columns = new ColumnNames(at);
        commonTables = new CommonTables(this);
        expressions = new Expressions(this);
        calls = new Calls(this);
        from = new FromClause(this);
        queries = new Queries(this);
        changes = new Changes(this);
    }

    Reading.Understood whole() throws NotUnderstood {
        statement();
        if (!at.at(Kind.END)) {
            throw at.notUnderstood();
        }
        columns.check();
        return facts.all();
    }

    /** A query or a change. */
    void statement() throws NotUnderstood {
        commonTables.in(() -> {
            if (at.atWord("insert", "update", "delete")) {
                changes.change();
            } else {
                queries.body();
            }
        });
    }

    /** The name of a table with its schema. */
    Relation relation() throws NotUnderstood {
        String schema = at.name();
        if (!at.at(".")) {
            throw new NotUnderstood("a statement names " + schema + " without a schema");
        }
        at.must(".");
        return new Relation(schema, at.name());
    }
}
