package com.klinity.appointments;

import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Row;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The filters of one list. Only those asked for are in the statement, so that each combination can use its index. */
final class Conditions {

    private final StringJoiner text = new StringJoiner(" and ", " where ", "").setEmptyValue("");
    private final Map<String, Object> values = new HashMap<>();

    /** One more condition; a constant, values come through {@link #set}. */
    Conditions and(String condition) {
        text.add(condition);
        return this;
    }

    Conditions set(String parameter, Object value) {
        values.put(parameter, value);
        return this;
    }

    /**
     * The rows of a page and one more.
     *
     * @param select the statement up to its conditions
     * @param place  what the last item seen has in the column of the order; null on the first page
     */
    <T> List<T> list(Scope scope, String select, Order order, Page page, @Nullable Object place, Function<Row, T> map) {
        page.after()
                .filter(last -> place != null)
                .ifPresent(last -> and(order.after(":lastPlace", ":lastId"))
                        .set("lastPlace", Objects.requireNonNull(place))
                        .set("lastId", last.id()));
        Statement statement =
                scope.sql(select + text + order.clause() + " limit :limit").set("limit", page.fetch());
        values.forEach(statement::set);
        return statement.list(map);
    }
}
