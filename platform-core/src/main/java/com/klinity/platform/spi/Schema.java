package com.klinity.platform.spi;

import java.util.List;

/**
 * A feature's SQL schema and its migrations.
 *
 * <p>The scripts are resources of the feature's own module, below {@code META-INF/migrations/<name>/} (a folder that is
 * not a package, so that the module system does not hide it), named the Flyway way: {@code V1__patients.sql}.
 *
 * <p>Scripts run as the owner role. They may use the placeholders <code>${app}</code>, <code>${operator}</code> and
 * <code>${retention}</code> for the role names they grant to. Each table that belongs to an account needs a column
 * {@code account_id uuid not null default platform.current_account()}, forced row-level security and keys that begin
 * with {@code account_id}; {@code call platform.isolate('schema.table')} adds the security and the core checks all of it
 * at each start.
 *
 * @param name    the schema, the same as the feature's name
 * @param scripts file names in the order they apply
 * @param owner   the class whose module holds the scripts
 */
public record Schema(String name, List<String> scripts, Class<?> owner) {

    /** Copies the list. */
    public Schema {
        scripts = List.copyOf(scripts);
    }

    /** Where a script of this schema lies in its module. */
    public String location(String script) {
        return "META-INF/migrations/" + name + "/" + script;
    }
}
